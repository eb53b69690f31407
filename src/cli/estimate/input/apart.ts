import { type BigIntStats, fstatSync } from 'node:fs'
import { stat } from 'node:fs/promises'
import { Failure } from '../../failure'
import type { Shell } from '../../shell'
import { nameSource } from './source'

/** The files of one run. */
interface Files {
  inputs: readonly string[]
  rates: string | undefined
  output: string | undefined
}

/** @throws {Failure} usage: an empty file name, or one file for two purposes */
export async function requireApart({ inputs, rates, output }: Files, shell: Shell): Promise<void> {
  for (const [flag, name] of [
    ['--rates', rates],
    ['--output', output],
  ]) {
    if (name === '') throw new Failure(`${flag}: name a file`, 2)
  }
  if (inputs.filter((input) => input === '-').length + (rates === '-' ? 1 : 0) > 1) {
    throw new Failure(`${rates === '-' ? '--rates: ' : ''}standard input can be read once`, 2)
  }
  if (output === undefined) return
  if (output === '-') throw new Failure('--output: standard output has the result; name a file', 2)
  const target = await findFile(output, shell)
  if (!target) return
  for (const input of [...inputs, ...(rates === undefined ? [] : [rates])]) {
    const found = await findFile(input, shell)
    if (found?.dev === target.dev && found.ino === target.ino) {
      throw new Failure(`--output: ${output} is what ${nameSource(input)} is read from; name another file`, 2)
    }
  }
}

/** Whether a regular file with this name exists. */
async function findFile(name: string, shell: Shell): Promise<BigIntStats | undefined> {
  const found = name === '-' ? statInput(shell) : await stat(name, { bigint: true }).catch(() => undefined)
  return found?.isFile() ? found : undefined
}

function statInput({ stdin: { fd } }: Shell): BigIntStats | undefined {
  return fd === undefined ? undefined : fstatSync(fd, { bigint: true })
}
