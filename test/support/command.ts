import { spawn, spawnSync } from 'node:child_process'
import { fileURLToPath } from 'node:url'
import { expect } from 'vitest'

export const CLI = fileURLToPath(new URL('../../dist/cli.js', import.meta.url))

interface Run {
  code: number | null
  out: string
  err: string
}

/** The built command, run as a shell runs it. */
export function septet(args: string[], input: string | Uint8Array = '', nodeFlags: string[] = []): Run {
  const { status, stdout, stderr } = spawnSync(process.execPath, [...nodeFlags, CLI, ...args], {
    input,
    // On a terminal this would ask for colours; where there is none, nothing may. NO_COLOR would hide it.
    env: { ...process.env, NO_COLOR: undefined, FORCE_COLOR: '1' },
    encoding: 'utf8',
    maxBuffer: 1 << 28,
  })
  return { code: status, out: stdout, err: stderr }
}

/** What a command printed, where it went well. */
export function printed(args: string[], input?: string | Uint8Array): string {
  const { code, out, err } = septet(args, input)
  expect({ code, err }).toEqual({ code: 0, err: '' })
  return out
}

/** The objects of --json, one a line. */
export function objects(command: string, args: string[], input?: string | Uint8Array): unknown[] {
  const lines = printed([command, '--json', ...args], input).split('\n')
  expect(lines.pop()).toBe('')
  return lines.map((line) => JSON.parse(line))
}

export function hex(octets: Uint8Array): string {
  return Buffer.from(octets).toString('hex').toUpperCase()
}

/** The built command, not waited for; that it stops reading before the end is no error of the test. */
export function startSeptet(args: string[], input: string) {
  const child = spawn(process.execPath, [CLI, ...args])
  child.stdin.on('error', () => {})
  child.stdin.end(input)
  return child
}
