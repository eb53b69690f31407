/**
 * The inputs. Seeded, so that every run and every machine measures the same texts; joined, so that every string is flat
 * (a rope or a slice would pay for its flattening at the first look); 64 for each row, so that no subject can live off one string.
 */

/** Texts of a row. */
const TEXTS = 64

const ENGLISH = [...'eeeeeetttttaaaaooooiiiinnnnsssshhhrrrddlllcuummwwfgypbvk        ..,?0125']
const RUSSIAN = [...'ооооооееееааааииииннннттттссссрррвввлллккммддппууяыьгзбчйхжшюцщэф        ..,?0123456789']
const ACCENTED = [...'éèùàäöüñÇ£@$']
const EXTENSION = [...'[]{}|~^\\€']
/** One code point and one grapheme each, so that libraries that cut at graphemes are not put in the wrong. */
const EMOJI = Array.from({ length: 80 }, (_, index) => String.fromCodePoint(0x1f600 + index))
const TYPOGRAPHIC = [...'’“”…—']

const SOME_ACCENTED = { pieces: ACCENTED, units: 1, oneIn: 40 }
const SOME_EXTENSION = { pieces: EXTENSION, units: 2, oneIn: 30 }
const SOME_EMOJI = { pieces: EMOJI, units: 2, oneIn: 25 }

/** GSM-7 of one septet a character, a one-byte string. */
export function gsm(length) {
  return texts(length, (random) => write(random, length, 'T', ENGLISH, SOME_ACCENTED))
}

/** GSM-7 of this many septets, extension characters among them; a € makes most of them two-byte strings. */
export function gsmWithExtension(septets) {
  return texts(septets, (random) => write(random, septets, 'T', ENGLISH, SOME_EXTENSION))
}

/** ASCII of the main table, of everyday lengths. */
export function ascii(amount) {
  const random = generator(amount)
  return Array.from({ length: amount }, () => write(random, everydayLength(random), 'T', ENGLISH))
}

export function cyrillic(length) {
  return texts(length, (random) => write(random, length, 'П', RUSSIAN))
}

export function cyrillicWithEmoji(length) {
  return texts(length, (random) => write(random, length, 'П', RUSSIAN, SOME_EMOJI))
}

/** English, except one typographic character among the last ten: what the keyboard of a phone makes of an apostrophe. */
export function typographic(length) {
  return texts(length, (random) => typographicText(random, length))
}

/** Messages of everyday lengths, exactly half of them GSM-7, in no order. The median is some 50 characters, one in ten has 150. */
export function messages(amount) {
  const random = generator(amount)
  const all = Array.from({ length: amount }, (_, index) => {
    const length = everydayLength(random)
    if (index % 2 === 0) return write(random, length, 'T', ENGLISH, index % 8 === 0 ? SOME_EXTENSION : SOME_ACCENTED)
    return index % 8 === 1 ? typographicText(random, length) : write(random, length, 'П', RUSSIAN, SOME_EMOJI)
  })
  return shuffled(random, all)
}

/** Messages of everyday lengths, nine in ten of them ASCII, in no order. */
export function mostlyAscii(amount) {
  const random = generator(amount)
  const all = Array.from({ length: amount }, (_, index) => {
    const length = everydayLength(random)
    if (index % 10 !== 0) return write(random, length, 'T', ENGLISH)
    return write(random, length, 'П', RUSSIAN, SOME_EMOJI)
  })
  return shuffled(random, all)
}

/** One-byte and two-byte strings in turn, for the warm-up: V8 specialises on what a function has seen. */
export function mixed() {
  const kinds = [gsm(100), cyrillic(60), gsmWithExtension(200), cyrillicWithEmoji(150), typographic(100)]
  return Array.from({ length: TEXTS }, (_, index) => kinds[index % kinds.length][index])
}

/** Some 50 characters in the middle, and one in ten has 150. */
function everydayLength(random) {
  return 10 + Math.min(450, Math.floor(-65 * Math.log(1 - random(1e6) / 1e6)))
}

function texts(seed, one) {
  const random = generator(seed)
  return Array.from({ length: TEXTS }, () => one(random))
}

/** A text of `length` units that opens with a capital, as messages do. */
function write(random, length, capital, letters, rare = undefined) {
  const pieces = [capital]
  let units = 1
  while (units < length) {
    const isRare = rare !== undefined && units + rare.units <= length && random(rare.oneIn) === 0
    pieces.push(pick(random, isRare ? rare.pieces : letters))
    units += isRare ? rare.units : 1
  }
  return pieces.join('')
}

function typographicText(random, length) {
  const pieces = [...write(random, length, 'T', ENGLISH)]
  pieces[length - 1 - random(10)] = pick(random, TYPOGRAPHIC)
  return pieces.join('')
}

function shuffled(random, list) {
  for (let last = list.length - 1; last > 0; last--) {
    const other = random(last + 1)
    ;[list[last], list[other]] = [list[other], list[last]]
  }
  return list
}

function pick(random, list) {
  return list[random(list.length)]
}

/** Marsaglia's xorshift32: a function of a bound that returns an integer below it. */
function generator(seed) {
  let state = 0x9e3779b9 ^ seed
  return (bound) => {
    state ^= state << 13
    state ^= state >>> 17
    state ^= state << 5
    return (state >>> 0) % bound
  }
}
