/**
 * The inputs. They are seeded, so that every run and every machine measures the same texts. They are joined, so that
 * every string is flat (otherwise the first read would flatten it). A row has 64 of them, so that no subject can profit
 * from one string.
 */

/** The number of texts in a row. */
const TEXTS = 64

const ENGLISH = [...'eeeeeetttttaaaaooooiiiinnnnsssshhhrrrddlllcuummwwfgypbvk        ..,?0125']
const RUSSIAN = [...'ооооооееееааааииииннннттттссссрррвввлллккммддппууяыьгзбчйхжшюцщэф        ..,?0123456789']
const ACCENTED = [...'éèùàäöüñÇ£@$']
const EXTENSION = [...'[]{}|~^\\€']
/** Characters of one code point and one grapheme each, so that libraries that cut at graphemes are right too. */
const EMOJI = Array.from({ length: 80 }, (_, index) => String.fromCodePoint(0x1f600 + index))
const TYPOGRAPHIC = [...'’“”…—']

const SOME_ACCENTED = { pieces: ACCENTED, units: 1, oneIn: 40 }
const SOME_EXTENSION = { pieces: EXTENSION, units: 2, oneIn: 30 }
const SOME_EMOJI = { pieces: EMOJI, units: 2, oneIn: 25 }

/** GSM-7 with one septet a character, a one-byte string. */
export function gsm(length) {
  return createTexts(length, (random) => write(random, length, 'T', ENGLISH, SOME_ACCENTED))
}

/** GSM-7 with this many septets and some extension characters. A € makes most of the strings two-byte. */
export function gsmWithExtension(septets) {
  return createTexts(septets, (random) => write(random, septets, 'T', ENGLISH, SOME_EXTENSION))
}

/** ASCII in the main table, of everyday lengths. */
export function ascii(amount) {
  const random = createRandom(amount)
  return Array.from({ length: amount }, () => write(random, chooseLength(random), 'T', ENGLISH))
}

export function cyrillic(length) {
  return createTexts(length, (random) => write(random, length, 'П', RUSSIAN))
}

export function cyrillicWithEmoji(length) {
  return createTexts(length, (random) => write(random, length, 'П', RUSSIAN, SOME_EMOJI))
}

/**
 * English, with one typographic character among the last ten, such as the apostrophe that a phone's keyboard writes.
 */
export function typographic(length) {
  return createTexts(length, (random) => writeTypographic(random, length))
}

/**
 * Messages of everyday lengths in mixed order, exactly half of them GSM-7. The median is about 50 characters; one in
 * ten has 150.
 */
export function messages(amount) {
  const random = createRandom(amount)
  const all = Array.from({ length: amount }, (_, index) => {
    const length = chooseLength(random)
    if (index % 2 === 0) return write(random, length, 'T', ENGLISH, index % 8 === 0 ? SOME_EXTENSION : SOME_ACCENTED)
    return index % 8 === 1 ? writeTypographic(random, length) : write(random, length, 'П', RUSSIAN, SOME_EMOJI)
  })
  return shuffle(random, all)
}

/** Messages of everyday lengths in mixed order, nine in ten of them ASCII. */
export function mostlyAscii(amount) {
  const random = createRandom(amount)
  const all = Array.from({ length: amount }, (_, index) => {
    const length = chooseLength(random)
    if (index % 10 !== 0) return write(random, length, 'T', ENGLISH)
    return write(random, length, 'П', RUSSIAN, SOME_EMOJI)
  })
  return shuffle(random, all)
}

/**
 * One-byte and two-byte strings in turn, for the warm-up: V8 specialises a function for the strings that it has seen.
 */
export function mixed() {
  const kinds = [gsm(100), cyrillic(60), gsmWithExtension(200), cyrillicWithEmoji(150), typographic(100)]
  return Array.from({ length: TEXTS }, (_, index) => kinds[index % kinds.length][index])
}

/** The median is about 50 characters; one in ten has 150. */
function chooseLength(random) {
  return 10 + Math.min(450, Math.floor(-65 * Math.log(1 - random(1e6) / 1e6)))
}

function createTexts(seed, one) {
  const random = createRandom(seed)
  return Array.from({ length: TEXTS }, () => one(random))
}

/** A text of `length` units that starts with a capital letter, as messages do. */
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

function writeTypographic(random, length) {
  const pieces = [...write(random, length, 'T', ENGLISH)]
  pieces[length - 1 - random(10)] = pick(random, TYPOGRAPHIC)
  return pieces.join('')
}

function shuffle(random, list) {
  for (let last = list.length - 1; last > 0; last--) {
    const other = random(last + 1)
    ;[list[last], list[other]] = [list[other], list[last]]
  }
  return list
}

function pick(random, list) {
  return list[random(list.length)]
}

/** Marsaglia's xorshift32: returns a function that takes a bound and returns an integer below it. */
export function createRandom(seed) {
  let state = 0x9e3779b9 ^ seed
  return (bound) => {
    state ^= state << 13
    state ^= state >>> 17
    state ^= state << 5
    return (state >>> 0) % bound
  }
}
