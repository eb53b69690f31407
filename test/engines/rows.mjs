/** Messages for an engine, with what `countUtf8` returns for each. */
import { createRandom, messages } from '../../bench/lib/corpus.mjs'
import { countUtf8 } from '../../dist/index.js'

/** A million messages of everyday lengths, half of them GSM-7; 20,000 are different. */
export function everydayRows(amount) {
  const different = messages(20_000).map((text) => Buffer.from(text))
  return Array.from({ length: amount }, (_, row) => different[row % different.length])
}

const PIECES = [
  ...['', 'a', '\0', '\n', '\t', '\\', '€', '{', 'é', 'ж', '😀', '\ufeff', '\ufffd', '\u00a0', 'Ω', 'Ç', 'ç'].map(
    (text) => Buffer.from(text),
  ),
  // Malformed: cut off, overlong, surrogates, above U+10FFFF, octets that nothing begins.
  ...[
    'c3',
    'e2',
    'e282',
    'f0',
    'f09f98',
    '80',
    'bfbf',
    'c0af',
    'e080af',
    'f08080af',
    'eda080',
    'edbfbf',
    'f4908080',
    'ff',
  ].map((octets) => Buffer.from(octets, 'hex')),
]

/** Rows of such pieces, around the borders of blocks and of segments. */
export function hostileRows(amount) {
  const random = createRandom(amount)
  const borders = [0, 1, 3, 15, 16, 63, 64, 65, 127, 128, 129, 152, 153, 160, 306, 500]
  return Array.from({ length: amount }, () => {
    const length = borders[random(borders.length)] + random(4)
    const filler = PIECES[1 + random(PIECES.length - 1)]
    const row = Buffer.alloc(length, filler)
    for (let times = random(4), at = 0; times > 0; times--, at += random(70)) {
      const piece = PIECES[random(PIECES.length)]
      if (at + piece.length <= length) piece.copy(row, at)
    }
    return row
  })
}

/** What `countUtf8` returns for the rows. */
export function counted(rows, options) {
  const offsets = new Int32Array(rows.length + 1)
  rows.forEach((row, index) => {
    offsets[index + 1] = offsets[index] + row.length
  })
  return countUtf8(Buffer.concat(rows), offsets, options)
}

/** Rows of RowBinary: a String, and the octets of `more(row)`. */
export function rowBinary(rows, more = () => Buffer.alloc(0)) {
  return Buffer.concat(rows.flatMap((row, index) => [leb128(row.length), row, more(index)]))
}

function leb128(length) {
  const octets = []
  for (; length > 0x7f; length >>>= 7) octets.push((length & 0x7f) | 0x80)
  return Buffer.from([...octets, length])
}
