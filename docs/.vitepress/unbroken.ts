// Words with a hyphen that stay whole. In a line that is too long, browsers break after a hyphen: `--` and `json`, `GSM-` and `7`.
import type { MarkdownRenderer } from 'vitepress'

/** A flag of a command with what touches it, since a line may break at both ends of its box; or a short name: UCS-2, TP-DCS, 16-bit. */
const UNBROKEN = /(?<flag>\S*--[a-z]\S*|(?<!\S)-[a-z]\S*)|\b(?:[A-Z]{2,4}-[A-Z\d]{1,4}|\d+-bit)\b/g

type Match = RegExpExecArray

/** Gives each such word a box: of these, the style sheet makes what stays whole. */
export function keepWordsWhole({ renderer: { rules } }: MarkdownRenderer): void {
  for (const kind of ['text', 'code_inline']) {
    const render = rules[kind]!
    rules[kind] = (...values) => render(...values).replace(/[^<>]+(?![^<]*>)/, boxWords)
  }
}

const boxWords = (text: string) => {
  let made = ''
  for (const [part, kind] of splitWords(text)) made += kind ? `<span class="${kind}">${part}</span>` : part
  return made
}

/** A part of a line of code, as Shiki makes it. */
interface Span {
  children: (Span | { type: 'text'; value: string })[]
}

/** Does the same in blocks of code, for Shiki. */
export const boxesInCode = {
  name: 'boxes-in-code',
  span(token: Span): void {
    token.children = token.children.flatMap((child) =>
      'value' in child ? splitWords(child.value).map(([part, kind]) => createNode(part, kind)) : [child],
    )
  },
}

function createNode(part: string, kind?: string): Span['children'][number] {
  const text = { type: 'text', value: part } as const
  if (!kind) return text
  return { type: 'element', tagName: 'span', properties: { class: kind }, children: [text] } as Span
}

/** A text in parts: those that stay whole have the class of their box. */
function splitWords(text: string): [part: string, kind?: 'flag' | 'whole'][] {
  const parts: [string, ('flag' | 'whole')?][] = []
  let end = 0
  for (const { 0: word, index, groups } of text.matchAll(UNBROKEN) as Iterable<Match>) {
    parts.push([text.slice(end, index)], [word, groups!.flag === undefined ? 'whole' : 'flag'])
    end = index + word.length
  }
  return [...parts, [text.slice(end)]]
}
