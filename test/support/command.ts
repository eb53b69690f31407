import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { Readable, Writable } from 'node:stream'
import { text } from 'node:stream/consumers'
import { fileURLToPath } from 'node:url'
import { expect } from 'vitest'
import { run } from '../../src/cli/run'
import type { Output } from '../../src/cli/shell'

export interface Run {
  code: number | null
  out: string
  err: string
}

/** On a terminal this variable would ask for colours. Without a terminal there must be none. */
const ENVIRONMENT = { FORCE_COLOR: '1' }

/** A terminal of 80 columns with colours, for what the command shows only to people. */
export const TERMINAL = { isTTY: true, columns: 80, hasColors: () => true }

/**
 * Runs the command in this process, from its sources.
 * @param input standard input
 * @param screen which of standard output and standard error are a terminal, such as TERMINAL
 */
export async function septet(
  args: readonly string[],
  input: string | Uint8Array = '',
  screen: Partial<Output> = {},
): Promise<Run> {
  const stdout = createSink(screen)
  const stderr = createSink(screen)
  const stdin = Readable.from(splitChunks(Buffer.from(input)), { objectMode: false })
  const code = await run(args, { stdin, stdout: stdout.stream, stderr: stderr.stream, environment: ENVIRONMENT })
  return { code, out: stdout.text(), err: stderr.text() }
}

/** The output of a command, which must succeed. */
export async function printed(args: readonly string[], input?: string | Uint8Array): Promise<string> {
  const { code, out, err } = await septet(args, input)
  expect({ code, err }).toEqual({ code: 0, err: '' })
  return out
}

/** The objects of --json, one a line. */
export async function objects(
  command: string,
  args: readonly string[],
  input?: string | Uint8Array,
): Promise<unknown[]> {
  const lines = (await printed([command, '--json', ...args], input)).split('\n')
  expect(lines.pop()).toBe('')
  return lines.map((line) => JSON.parse(line))
}

export function hex(octets: Uint8Array): string {
  return Buffer.from(octets).toString('hex').toUpperCase()
}

/** Chunks as a pipe gives them, about 64 kB each. */
function* splitChunks(input: Buffer): Generator<Buffer> {
  for (let at = 0; at < input.length; at += 1 << 16) yield input.subarray(at, at + (1 << 16))
}

function createSink(screen: Partial<Output>) {
  const chunks: Buffer[] = []
  const stream = new Writable({
    write(chunk, _, done) {
      chunks.push(chunk)
      done()
    },
  })
  return { stream: Object.assign(stream, screen), text: () => Buffer.concat(chunks).toString('utf8') }
}

/** The built command. Only tests of the process need it: of signals, pipes, terminals, memory or threads. */
export const CLI = fileURLToPath(new URL('../../dist/cli.js', import.meta.url))

/** Starts the built command as a shell does. If it stops reading before the end, that is not an error of the test. */
export function startSeptet(
  args: readonly string[],
  input: string | Uint8Array = '',
  nodeFlags: readonly string[] = [],
) {
  // NO_COLOR would hide the effect of FORCE_COLOR.
  const env = { ...process.env, NO_COLOR: undefined, ...ENVIRONMENT }
  const child = spawn(process.execPath, [...nodeFlags, CLI, ...args], { env })
  child.stdin.on('error', () => {})
  child.stdin.end(input)
  return child
}

/** Like `septet`, but runs the built command in its own process. */
export async function spawnSeptet(
  args: readonly string[],
  input?: string | Uint8Array,
  nodeFlags?: readonly string[],
): Promise<Run> {
  const child = startSeptet(args, input, nodeFlags)
  const [out, err, [code]] = await Promise.all([text(child.stdout), text(child.stderr), once(child, 'close')])
  return { code, out, err }
}
