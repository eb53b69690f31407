// Guesses the charset of octets that are not UTF-8.

/** Letters that Latin charsets have at the same octets. They show nothing, so they have the same weight in each charset. */
const SHARED = 'éáíóúüöäçâîôëß'
const WESTERN = `${SHARED}ãêñèà õåøæïûùœòì`

/**
 * Letters of the languages of a charset, in lower case: first those that are frequent or in no other charset, then less
 * frequent ones, then the rest. If two charsets have the same score, the first one is named.
 */
const LETTERS: Readonly<Record<string, string>> = {
  'windows-1251': 'оеаинт срвлкмдп уяыьгзбчйхжшюцщэфъёіїєґўј',
  'koi8-r': 'оеаинт срвлкмдп уяыьгзбчйхжшюцщэфъё',
  'windows-1253': 'αοιετσ νηυρπκμλ ςωίόάέήύδγχθφβξζώψϊ',
  'windows-1255': 'יוהלאמ תרבשנכדע פחקטגזסצםןךץף',
  'windows-1256': 'اليمون ترةبعدسف هكقحجشطصخضذثغزءأإئىآؤظ',
  'windows-1252': ` ${WESTERN}`,
  'windows-1250': `łążśźěř ${SHARED}ęćčšžůďťňőűşţ ńýă`,
  'windows-1254': `ışğ ${WESTERN}`,
}

/** How many octets are looked at. */
const FIRST = 1 << 12

/**
 * Guesses the charset in which the octets beyond ASCII are the most likely letters; undefined if there is none. The guess is
 * only for the message of an error: nothing is read with it.
 */
export function guessCharset(octets: Uint8Array): string | undefined {
  const first = octets.subarray(0, FIRST)
  let best: string | undefined
  let most = 0
  for (const [charset, letters] of Object.entries(LETTERS)) {
    const score = scoreText(new TextDecoder(charset).decode(first), letters)
    if (score <= most) continue
    best = charset
    most = score
  }
  return best
}

const LATIN = /\p{Script=Latin}/u
const ASCII_LETTER = /[a-z]/i

/**
 * Scores how much a text is like its language: it has frequent letters, in lower case or at the beginning of a word, and no
 * word mixes two scripts.
 */
function scoreText(text: string, letters: string): number {
  const weights = new Map(letters.split(' ').flatMap((some, rank) => Array.from(some, (letter) => [letter, 3 - rank])))
  let score = 0
  let isInWord = false
  let before = ''
  for (const character of text) {
    const lower = character.toLowerCase()
    const isLetter = lower !== character.toUpperCase() || /\p{L}/u.test(character)
    if (isLetter && isMixed(before, character)) score -= 2
    else if (character > '\u007f') {
      // A capital inside a word of small letters is rare.
      const isOdd = isInWord && lower !== character
      score += isOdd ? -2 : (weights.get(lower) ?? -2)
    }
    isInWord = isLetter && lower === character
    before = isLetter ? character : ''
  }
  return score
}

/** Whether one of two letters side by side is ASCII, and the other is not Latin. */
function isMixed(one: string, other: string): boolean {
  if (one === '') return false
  return (ASCII_LETTER.test(one) && !LATIN.test(other)) || (ASCII_LETTER.test(other) && !LATIN.test(one))
}
