import { ESCAPE } from './alphabet'
import { type Pair, tableOf } from './languages'

/** What a receiver shows for septets (TS 23.038 6.2.1, 6.2.1.1 and 6.2.1.2). */
export function charactersOf(
  septets: readonly number[],
  { locking, single }: Pair = { locking: 0, single: 0 },
): string {
  const main = tableOf(locking, 'locking')
  const extension = tableOf(single, 'singleShift')
  let text = ''
  let index = 0
  while (index < septets.length) {
    const code = septets[index++]!
    if (code === ESCAPE) text += escaped(septets[index++])
    else text += main.get(code) ?? ' '
  }
  return text

  /** ESC ESC is reserved and shown as a space, like an escape at the end; a code outside the extension table is a main one. */
  function escaped(code: number | undefined): string {
    if (code === undefined || code === ESCAPE) return ' '
    return extension.get(code) ?? main.get(code) ?? ' '
  }
}
