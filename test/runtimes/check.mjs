/**
 * Holds a library to the vectors, in any runtime: no import, no console. What an entry does not export, or says that it does
 * not support, is not asked of it. Answers `{ engine, checked, failures }`.
 */
export function check(library, { segmentation, packing, userData, ucs2, decode }) {
  const failures = []
  let checked = 0

  const expect = (name, actual, expected) => {
    checked++
    if (JSON.stringify(actual) !== JSON.stringify(expected)) {
      failures.push(`${name}: ${JSON.stringify(actual)} instead of ${JSON.stringify(expected)}`)
    }
  }

  if (library.count) {
    for (const { name, text, options, encoding, units, parts, perSegment, remaining } of segmentation.cases) {
      if (codeOf(() => library.count('', options)) === 'unsupported-option') continue
      const expected = { encoding, units, segments: parts.length, perSegment, remaining }
      expect(name, library.count(textOf(text), options), expected)
      expect(
        name,
        library.segment(textOf(text), options).parts.map((part) => part.units),
        parts,
      )
    }
  }
  if (library.encode) {
    for (const { name, text, octets } of packing.cases) expect(name, hex(library.encode(text)[0].userData), octets)
    for (const { name, text, octets } of ucs2.cases) expect(name, hex(library.encode(text)[0].userData), octets)
    for (const { name, text, options, messages } of userData.cases) {
      expect(
        name,
        library.encode(text, options).map((message) => hex(message.userData)),
        messages.map((message) => message.userData),
      )
    }
  }
  if (library.decode) {
    for (const { name, messages, text } of decode.sets) expect(name, library.decode(messages.map(readable)), text)
    for (const { name, message, messages, code } of decode.errors) {
      const given = message ? readable(message) : messages.map(readable)
      const thrown = codeOf(() => library.decode(given))
      expect(name, thrown, code)
    }
  }
  // Families of functions, of which each has a core of its own.
  if (library.toHex) {
    const digits = '00112233445566778899AABBCCDDEEFF7F'
    expect('hex', library.toHex(library.fromHex(digits)), digits)
  }
  if (library.countMany) {
    const { encodings, units, totalSegments } = library.countMany(['Hello!', 'жук', '€'.repeat(81)])
    expect('countMany', [...encodings, ...units, totalSegments], [0, 1, 0, 6, 3, 162, 4])
  }
  if (library.encodeWapPush) {
    const { href, text } = library.decodeWapPush(library.encodeWapPush({ href: 'http://wap.ru/', text: 'wap.ru' }))
    expect('WAP push', [href, text], ['http://wap.ru/', 'wap.ru'])
  }
  return { engine: library.engine ? library.engine() : undefined, checked, failures }
}

/** Pieces are `[characters, repetitions]`; U+D83D is a lone surrogate. */
function textOf(pieces) {
  return pieces
    .map(([characters, times]) =>
      characters
        .replace(/U\+([0-9A-F]{4})/g, (_, unit) => String.fromCharCode(Number.parseInt(unit, 16)))
        .repeat(times),
    )
    .join('')
}

function readable(message) {
  const dataCoding = Number.parseInt(message.dataCoding, 16)
  return { ...message, dataCoding, userData: octetsOf(message.userData) }
}

function octetsOf(digits) {
  return Uint8Array.from(digits.match(/../g) || [], (pair) => Number.parseInt(pair, 16))
}

function hex(octets) {
  return Array.from(octets, (octet) => octet.toString(16).toUpperCase().padStart(2, '0')).join('')
}

function codeOf(action) {
  try {
    action()
    return undefined
  } catch (error) {
    return error.code
  }
}
