import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect } from 'vitest'
import { printed, septet } from './command'

/** What `estimate --json` prints. */
export interface Estimate {
  messages: number
  emptyMessages: number
  recipients: number
  encodings: Record<string, number>
  units: number
  segments: number
  cost?: string
  histogram: { segments: number; messages: number }[]
  costliest: { file: string; line: number; encoding: string; units: number; segments: number; text: string }[]
  characters: { codePoint: number; messages: number; occurrences: number }[]
  savings: { how: string; messages: number; segments: number; cost?: string }[]
  badRows: number
  named: { line: number; reason: string }[]
}

/** A folder for a test file. It is removed after its tests. */
export function ownFolder() {
  let folder: string
  beforeAll(() => {
    folder = mkdtempSync(join(tmpdir(), 'septet-'))
  })
  afterAll(() => {
    rmSync(folder, { recursive: true })
  })
  const path = (name = '') => join(folder, name)
  return {
    path,
    file(name: string, content: string | Uint8Array): string {
      writeFileSync(path(name), content)
      return path(name)
    },
  }
}

export async function estimate(args: string[], input?: string | Uint8Array): Promise<Estimate> {
  return JSON.parse(await printed(['estimate', '--json', ...args], input))
}

/** The same for a file with bad rows: the exit code must say so. */
export async function withBadRows(args: string[], input?: string | Uint8Array): Promise<Estimate & { err: string }> {
  const { code, out, err } = await septet(['estimate', '--json', ...args], input)
  expect(code).toBe(1)
  return { ...JSON.parse(out), err }
}

/** The message with which it refuses. */
export async function refusal(args: string[], input?: string | Uint8Array): Promise<string> {
  const { code, out, err } = await septet(['estimate', '--json', ...args], input)
  expect({ code, out }).toEqual({ code: 1, out: '' })
  return err
}
