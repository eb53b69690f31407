import { execFileSync } from 'node:child_process'
import { existsSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { delimiter, join } from 'node:path'
import fc from 'fast-check'
import { describe } from 'vitest'
import { LONG } from '../support/long'

/** Kannel's own compilers of SI and SL; Debian keeps them beside its tests. */
export const KANNEL = '/usr/lib/kannel/test'

/** The same samples each time, as in the properties; SEPTET_SEED draws others. */
export const SEED = Number(process.env.SEPTET_SEED ?? 20_261_123)

/** As many samples of what a test is about. */
export function samples<Value>(arbitrary: fc.Arbitrary<Value>, amount: number): Value[] {
  return fc.sample(arbitrary, { numRuns: amount, seed: SEED })
}

/** A suite about what programs say. Without them it is skipped, and says so; in the long run it fails. */
export function judgedBy(programs: string[], name: string, suite: () => void): void {
  const missing = programs.filter((program) => !isInstalled(program))
  if (missing.length > 0 && LONG) throw new Error(`${missing.join(', ')} must be installed`)
  if (missing.length > 0) console.log(`skipped: ${name}: ${missing.join(', ')} is not installed`)
  describe.skipIf(missing.length > 0)(`${name} (seed ${SEED})`, suite)
}

function isInstalled(program: string): boolean {
  if (program.startsWith('/')) return existsSync(program)
  return process.env.PATH!.split(delimiter).some((folder) => existsSync(join(folder, program)))
}

/** Runs `work` in a folder that is there for it alone. */
export function inFolder<Result>(work: (folder: string) => Result): Result {
  const folder = mkdtempSync(join(tmpdir(), 'septet-'))
  try {
    return work(folder)
  } finally {
    rmSync(folder, { recursive: true })
  }
}

export function run(program: string, args: string[], env = process.env): string {
  return execFileSync(program, args, { encoding: 'utf8', maxBuffer: 1 << 29, stdio: ['ignore', 'pipe', 'ignore'], env })
}
