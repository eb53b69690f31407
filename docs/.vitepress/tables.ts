// A table of three or four columns has no room on a phone. There each row is a card, and each cell says its column.
// One of more columns compares its rows: it stays a table, which a person moves below its first column.
import type { MarkdownRenderer } from 'vitepress'

const isWide = (columns: readonly unknown[]) => columns.length === 3 || columns.length === 4

/** Gives the cells of a wide table the name of their column: of these, the style sheet makes the cards. */
export function labelCells(markdown: MarkdownRenderer): void {
  markdown.core.ruler.push('label-cells', ({ tokens }) => {
    let columns: string[] = []
    let column = 0
    for (const [index, token] of tokens.entries()) {
      if (token.type === 'table_open') columns = readColumns(tokens.slice(index))
      if (token.type === 'tr_open') column = 0
      if (token.type === 'td_open' && isWide(columns)) token.attrSet('data-column', columns[column++]!)
    }
  })
}

type Token = ReturnType<MarkdownRenderer['parse']>[number]

/** The words of the head of a table, whose first token is the first of `tokens`. */
function readColumns(tokens: readonly Token[]): string[] {
  const head = tokens.slice(
    0,
    tokens.findIndex(({ type }) => type === 'thead_close'),
  )
  return head.flatMap(({ type }, index) => (type === 'th_open' ? [readWords(head[index + 1]!)] : []))
}

/** The words of a cell, without their markup. */
const readWords = ({ children }: Token): string => children?.map(({ content }) => content).join('') ?? ''
