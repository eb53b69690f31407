import { fstatSync } from 'node:fs'
import { Failure } from '../failure'
import type { Input, Shell } from '../shell'
import { decodeOctets, Malformed } from './charset'

/** How standard input is read. */
export interface InputFlags {
  charset: string
  lines?: true
  keepNewline?: true
}

const LINE_FEED = 0x0a

/**
 * Reads the messages from the arguments, or from standard input. Lines come in batches, as many as were read at once, because
 * one step of an asynchronous generator takes longer than counting a message.
 */
export async function* readMessages(
  words: readonly string[],
  flags: InputFlags,
  shell: Shell,
): AsyncGenerator<string[]> {
  if (readsStandardInput(words, shell)) {
    yield* flags.lines ? readLines(shell.stdin, flags.charset) : [[await readWhole(shell.stdin, flags)]]
  } else if (flags.lines) throw new Failure('--lines reads standard input: leave out the text', 2)
  else yield [words.join(' ')]
}

/** `-` asks for standard input. No argument does too, but not on a terminal, where the command would seem to hang. */
export function readsStandardInput(words: readonly string[], shell: Shell): boolean {
  const isSilent = words.length === 0
  if (!isSilent && !(words.length === 1 && words[0] === '-')) return false
  const { fd, isTTY } = shell.stdin
  if (isSilent && isTTY) throw new Failure('nothing to read: give an argument, or - for standard input', 2)
  // Node reads a directory as an empty file, so it is refused here.
  if (fd !== undefined && fstatSync(fd).isDirectory()) throw new Failure('standard input: is a directory')
  return true
}

async function readWhole(stdin: Input, { charset, keepNewline }: InputFlags): Promise<string> {
  // Loaded here: loading it takes a hundredth of the time of `septet count hi`.
  const { buffer } = await import('node:stream/consumers')
  const text = removeMark(decodeOctets(await buffer(stdin), charset, 0))
  return keepNewline ? text : text.replace(/\r?\n$/, '')
}

/** Reads lines without their LF or CR LF, in batches. The memory does not grow with the input. */
export async function* readLines(stdin: Input, charset: string): AsyncGenerator<string[]> {
  let position = 0
  let pending: Buffer[] = []
  for await (const chunk of stdin as AsyncIterable<Buffer>) {
    const end = chunk.lastIndexOf(LINE_FEED) + 1
    if (end > 0) {
      const octets = Buffer.concat([...pending, chunk.subarray(0, end)])
      yield* decodeLines(octets, charset, position)
      position += octets.length
      pending = []
    }
    if (end < chunk.length) pending.push(chunk.subarray(end))
  }
  yield* decodeLines(Buffer.concat(pending), charset, position)
}

/** Decodes a batch of whole lines. If one is malformed, it returns the lines before it, and then throws. */
function* decodeLines(octets: Buffer, charset: string, position: number): Generator<string[]> {
  try {
    const text = decodeOctets(octets, charset, position)
    const batch = (position === 0 ? removeMark(text) : text).split('\n')
    if (batch.at(-1) === '') batch.pop()
    yield text.includes('\r') ? batch.map((line) => line.replace(/\r$/, '')) : batch
  } catch (error) {
    if (error instanceof Malformed) {
      const goodEnd = octets.lastIndexOf(LINE_FEED, error.offset) + 1
      if (goodEnd > 0) yield* decodeLines(octets.subarray(0, goodEnd), charset, position)
    }
    throw error
  }
}

/** Removes a byte order mark at the start, which is not part of the message. */
function removeMark(text: string): string {
  return text.startsWith('\uFEFF') ? text.slice(1) : text
}
