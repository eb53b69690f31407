// Guesses the charset of octets that are not UTF-8.

/** Letters of the languages of a charset in lower case, the most frequent first. */
const LETTERS: Readonly<Record<string, string>> = {
  'windows-1251': 'оеаинтсрвлкмдпуяыьгзбчйхжшюцщэфъёіїєґўј',
  'koi8-r': 'оеаинтсрвлкмдпуяыьгзбчйхжшюцщэфъё',
  'windows-1253': 'αοιετσνηυρπκμλςωίόάέήύδγχθφβξζώψϊ',
  'windows-1255': 'יוהלאמתרבשנכדעפחקטגזסצםןךץף',
  'windows-1256': 'اليمونترةبعدسفهكقحجشطصخضذثغزءأإئىآؤظ',
  'windows-1250': 'áéíóćęąłńśźżěščřžýůúďťňőűăţşđöüäçôâî',
  'windows-1254': 'ışğüöçâî',
  'windows-1252': 'éèêëàâçñáíóúäöüßãõôåøæîïûùœ',
}

/** How many octets are looked at. */
const FIRST = 1 << 12

/**
 * The charset in which the octets beyond ASCII give the most likely letters; undefined if none does. It is only a
 * guess, for the message of an error: nothing is read with it.
 */
export function guessCharset(octets: Uint8Array): string | undefined {
  const first = octets.subarray(0, FIRST)
  let best: string | undefined
  let most = 0
  for (const [charset, letters] of Object.entries(LETTERS)) {
    const score = scoreOf(new TextDecoder(charset).decode(first), letters)
    if (score <= most) continue
    best = charset
    most = score
  }
  return best
}

/** How much a text looks like its language: frequent letters, in lower case or at the start of a word. */
function scoreOf(text: string, letters: string): number {
  let score = 0
  let isInWord = false
  for (const character of text) {
    const lower = character.toLowerCase()
    const isLetter = lower !== character.toUpperCase() || /\p{L}/u.test(character)
    if (character > '\u007f') {
      const place = letters.indexOf(lower)
      // A capital letter inside a word of small letters is rare.
      const isOdd = isInWord && lower !== character
      score += place < 0 || isOdd ? -2 : place < 6 ? 3 : place < 14 ? 2 : 1
    }
    isInWord = isLetter && lower === character
  }
  return score
}
