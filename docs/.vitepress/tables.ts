// A table of three or four columns has no room on a phone, nor has one of two whose first column needs most of it.
// There each row is a card, and each cell says its column. A table of more columns compares its rows: it stays a table,
// which a person moves below its first column.
import type { MarkdownRenderer } from 'vitepress'

/** What a line cannot break, and what leaves too little room for a second column. */
const LONG_WORD = /[^\s-]{22}/

/** Gives the cells of a wide table the name of their column: of these, the style sheet makes the cards. */
export function labelCells(markdown: MarkdownRenderer): void {
  markdown.core.ruler.push('label-cells', ({ tokens }) => {
    let columns: string[] = []
    let column = 0
    for (const [index, token] of tokens.entries()) {
      if (token.type === 'table_open') columns = readWideColumns(tokens.slice(index))
      if (token.type === 'tr_open') column = 0
      if (token.type === 'td_open' && columns.length > 0) token.attrSet('data-column', columns[column++]!)
    }
  })
}

type Token = ReturnType<MarkdownRenderer['parse']>[number]

/** The columns of a table that has no room on a phone, whose first token is the first of `tokens`; else none. */
function readWideColumns(tokens: readonly Token[]): string[] {
  const columns = readColumns(tokens)
  if (columns.length === 2) return readFirstCells(tokens).some((words) => LONG_WORD.test(words)) ? columns : []
  return columns.length === 3 || columns.length === 4 ? columns : []
}

/** The words of the first cell of each row of the body. */
function readFirstCells(tokens: readonly Token[]): string[] {
  const end = tokens.findIndex(({ type }) => type === 'table_close')
  return tokens.slice(0, end).flatMap(({ type }, index) => {
    const isFirst = type === 'td_open' && tokens[index - 1]!.type === 'tr_open'
    return isFirst ? [readWords(tokens[index + 1]!)] : []
  })
}

/** The words of the head of a table. */
function readColumns(tokens: readonly Token[]): string[] {
  const head = tokens.slice(
    0,
    tokens.findIndex(({ type }) => type === 'thead_close'),
  )
  return head.flatMap(({ type }, index) => (type === 'th_open' ? [readWords(head[index + 1]!)] : []))
}

/** The words of a cell, without their markup. */
const readWords = ({ children }: Token): string => children?.map(({ content }) => content).join('') ?? ''
