// Joins octets, and makes a string of them.

/** Joins octets into a new array. */
export function joinOctets(pieces: readonly Uint8Array[]): Uint8Array<ArrayBuffer> {
  const octets = new Uint8Array(pieces.reduce((length, piece) => length + piece.length, 0))
  let offset = 0
  for (const piece of pieces) {
    octets.set(piece, offset)
    offset += piece.length
  }
  return octets
}

/** A call takes at most some ten thousand arguments; 8,192 is safe everywhere. */
const CHUNK = 8192

/** Makes a string with one character for each unit: UTF-16, or octets as U+0000 to U+00FF. */
export function decodeUnits(units: Uint8Array | Uint16Array): string {
  let text = ''
  for (let at = 0; at < units.length; at += CHUNK) text += String.fromCharCode(...units.subarray(at, at + CHUNK))
  return text
}
