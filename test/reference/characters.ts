import { ESCAPE, extensionTable, mainTable } from './alphabet'

/** What a receiver shows for septets (TS 23.038 6.2.1 and 6.2.1.1). */
export function charactersOf(septets: readonly number[]): string {
  let text = ''
  let index = 0
  while (index < septets.length) {
    const code = septets[index++]!
    if (code === ESCAPE) text += escaped(septets[index++])
    else text += mainTable.get(code)!
  }
  return text
}

/** ESC ESC is reserved and shown as a space, like an escape at the end; a code outside the extension table is a main one. */
function escaped(code: number | undefined): string {
  if (code === undefined || code === ESCAPE) return ' '
  return extensionTable.get(code) ?? mainTable.get(code)!
}
