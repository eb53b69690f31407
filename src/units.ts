/** A call takes at most some ten thousand arguments; 8,192 is safe everywhere. */
const CHUNK = 8192

/** A string of the units as they are: UTF-16, or octets up to U+00FF. */
export function stringOf(units: Uint8Array | Uint16Array): string {
  let text = ''
  for (let at = 0; at < units.length; at += CHUNK) text += String.fromCharCode(...units.subarray(at, at + CHUNK))
  return text
}
