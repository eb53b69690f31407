// No regular expression of src/ takes more than linear time, whatever it is given: shown twice, and without a clock. `scslre`
// proves it of one repeated character (it is what eslint-plugin-regexp asks, pure JavaScript; recheck, which proves more, would
// bring 40 MB of binaries and takes 18 s); strings pumped by each expression's own elements show it of the rest.
import { readFileSync } from 'node:fs'
import { runInNewContext } from 'node:vm'
import { analyse } from 'scslre'
import ts from 'typescript'
import { describe, expect, test } from 'vitest'
import { pumpedStrings } from '../support/pumped'

/** Units of a pumped string: quadratic work would be some 10^10 steps, minutes of it. */
const LENGTH = 150_000

interface Found {
  readonly file: string
  readonly text: string
}

/** Expressions that are written as such, and those that are made, by what they are made of. */
const literals: Found[] = []
const made: Found[] = []

for (const file of filesOf('src')) {
  const source = ts.createSourceFile(file, readFileSync(file, 'utf8'), ts.ScriptTarget.Latest, true)
  visit(source)

  function visit(node: ts.Node): void {
    if (ts.isRegularExpressionLiteral(node)) literals.push({ file, text: node.text })
    if ((ts.isNewExpression(node) || ts.isCallExpression(node)) && node.expression.getText(source) === 'RegExp') {
      made.push({ file, text: node.arguments?.map((argument) => argument.getText(source)).join(', ') ?? '' })
    }
    ts.forEachChild(node, visit)
  }
}

const EMOJI = String.raw`^\p{RGI_Emoji}$`

/** What `new RegExp` makes, where it does: an example of each. */
const MADE: Readonly<Record<string, readonly RegExp[]>> = {
  'src/element/texts.ts': [/^ru\b/i],
  'src/element/cost/characters.ts': [
    /[\p{M}\p{Emoji_Modifier}\u{e0020}-\u{e007f}\p{Regional_Indicator}]|\u200d/u,
    /\p{Regional_Indicator}{2}|.(?:[\p{M}\p{Emoji_Modifier}\u{e0020}-\u{e007f}]{0,30}\u200d\p{Extended_Pictographic}){0,10}(?:[\p{M}\p{Emoji_Modifier}\u{e0020}-\u{e007f}]|\u200d){0,30}/gsu,
  ],
  'src/pdu/modem.ts': [
    /^\+CMGL: ?\d+,(\d)(?:,(?:"[^"]*"|[^,"]*))?,(\d+)$/i,
    /^\+CMGR: ?(\d)(?:,(?:"[^"]*"|[^,"]*))?,(\d+)$/i,
    /^\+CMT: ?(?:(?:"[^"]*"|[^,"]*),)?(\d+)$/i,
  ],
  'src/text/template/syntax.ts': [/[\p{L}\p{M}\p{Nd}_.-]+/u, /[\p{L}\p{M}\p{Nd}_.-]+/uy],
  'src/pricing/numbering.ts': [
    /^(?:0|80?)/,
    /^(?:0?(?:(11|2(?:2(?:02?|[13]))|3(?:3[28]))15)?)/,
    /^(?:9[49])/,
    /^(?:[2-9]\d{9})$/,
  ],
  'src/smsc/request/encode-charset.ts': [/[^ -~\u{401}]/gu],
  'src/text/combining-marks.ts': [/[^ -\u02ff\u0370-\u0482\ud800-\udfff]/],
  'src/cli/screen/unseen.ts': [
    /[\p{C}\p{Zl}\p{Zp}\p{Default_Ignorable_Code_Point}\u{2800}\u{1D159}]|(?! )\p{Zs}/gu,
    /((?:[\p{C}\p{Zl}\p{Zp}\p{Default_Ignorable_Code_Point}\u{2800}\u{1D159}]|(?! )\p{Zs})+)/u,
    /^\p{M}+$/u,
    // The flag v is not in ES2022.
    new RegExp(EMOJI, 'v'),
  ],
  'src/cli/estimate/count/phones.ts': [/[,;]/g],
}

/** Where one start fails, so does no other: what `scslre` cannot know. */
const ONE_START: Readonly<Record<string, string>> = {
  '/[\\ufe0e\\ufe0f]*\\u20e3|[\\u200d\\ufe0e\\ufe0f]+/gu':
    'where no key follows, the second alternative takes the whole run',
  '/[^\\n]*\\n|[^\\n]+$/g': 'without a line feed ahead, the second alternative takes all there is',
}

const written = [...new Set(literals.map(({ text }) => text))]
const expressions = [...written.map(parsed), ...Object.values(MADE).flat()]

describe('a regular expression of src/', () => {
  test('that is made is known here', () => {
    expect(written.length).toBeGreaterThan(100)
    for (const { file } of made) {
      const here = made.filter((found) => found.file === file).length
      expect({ file, examples: MADE[file]?.length ?? 0 }).toSatisfy(({ examples }) => examples >= here)
    }
  })

  test.each(expressions.map((expression) => [`${expression}`, expression] as const))(
    '%s takes linear time',
    (text, expression) => {
      const { reports } = analyse({ source: expression.source, flags: expression.flags })
      const kinds = reports
        .filter(({ type }) => type !== 'Move' || ONE_START[text] === undefined)
        .map(({ type }) => type)
      expect(kinds).toEqual([])
      for (const pumped of pumpedStrings(expression, LENGTH)) {
        // A match that is found leaves the rest of the string to the next one.
        expect(() =>
          runInNewContext('text.replace(expression, "")', { expression, text: pumped }, { timeout: 10_000 }),
        ).not.toThrow()
      }
    },
  )
})

test('an expression that is not linear is found out', () => {
  for (const expression of [/^\s*[023]?\s*$/, /(?:ab)*(?:ab)*c/]) {
    const [pumped] = pumpedStrings(expression, 4_000_000)
    const run = () => runInNewContext('text.replace(expression, "")', { expression, text: pumped }, { timeout: 200 })
    expect(run).toThrow(/timed out/)
  }
})

function parsed(text: string): RegExp {
  const end = text.lastIndexOf('/')
  return new RegExp(text.slice(1, end), text.slice(end + 1))
}

function filesOf(folder: string): string[] {
  return ts.sys.readDirectory(folder, ['.ts'])
}
