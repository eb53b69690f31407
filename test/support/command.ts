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

/** On a terminal this would ask for colours; where there is none, nothing may. */
const ENVIRONMENT = { FORCE_COLOR: '1' }

/** A terminal of 80 columns with colours, for what the command shows to people alone. */
export const TERMINAL = { isTTY: true, columns: 80, hasColors: () => true }

/**
 * Runs the command in this process, from its sources.
 * @param input standard input
 * @param screen what standard output and standard error have of a terminal, such as TERMINAL
 */
export async function septet(
  args: readonly string[],
  input: string | Uint8Array = '',
  screen: Partial<Output> = {},
): Promise<Run> {
  const stdout = createSink(screen)
  const stderr = createSink(screen)
  const stdin = Readable.from(chunksOf(Buffer.from(input)), { objectMode: false })
  const code = await run(args, { stdin, stdout: stdout.stream, stderr: stderr.stream, environment: ENVIRONMENT })
  return { code, out: stdout.text(), err: stderr.text() }
}

/** What a command printed, where it went well. */
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

/** As a pipe gives it: some 64 kB at a time. */
function* chunksOf(input: Buffer): Generator<Buffer> {
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

/** The built command. Only a test of the process itself needs it: of signals, pipes, terminals, memory or threads. */
export const CLI = fileURLToPath(new URL('../../dist/cli.js', import.meta.url))

/** Starts the built command as a shell starts it. That it stops reading before the end is no error of the test. */
export function startSeptet(
  args: readonly string[],
  input: string | Uint8Array = '',
  nodeFlags: readonly string[] = [],
) {
  // NO_COLOR would hide that FORCE_COLOR is heeded.
  const env = { ...process.env, NO_COLOR: undefined, ...ENVIRONMENT }
  const child = spawn(process.execPath, [...nodeFlags, CLI, ...args], { env })
  child.stdin.on('error', () => {})
  child.stdin.end(input)
  return child
}

/** The same as `septet`, of the built command in a process of its own. */
export async function spawnSeptet(
  args: readonly string[],
  input?: string | Uint8Array,
  nodeFlags?: readonly string[],
): Promise<Run> {
  const child = startSeptet(args, input, nodeFlags)
  const [out, err, [code]] = await Promise.all([text(child.stdout), text(child.stderr), once(child, 'close')])
  return { code, out, err }
}
