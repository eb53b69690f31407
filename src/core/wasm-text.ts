// A core's octets as a string constant: one character for an octet below 87, which two of three are, two for any other, all
// of them ASCII that needs no escape. Gzip finds the octets' repetitions in it, which it does not in base64, and in hexadecimal
// the library is 1.5 kB larger as bundled. For the text family it costs 1.2 ms in a fresh process (Node 20), where digits have a
// decoder of the runtime's own; where they have none, in most pages, a loop over them costs as much.

/** Octets below are one character each. */
const SINGLE = 87

/** Octets that share the first of two characters; two characters are left for that. */
const SHARED = 85

/** What the build writes. */
export function textOf(octets: Uint8Array): string {
  let text = ''
  for (const octet of octets) {
    const rest = octet - SINGLE
    text += rest < 0 ? characterOf(octet) : characterOf(SINGLE + Math.floor(rest / SHARED)) + characterOf(rest % SHARED)
  }
  return text
}

/** Places 0 to 33 are `]` to `~`, those behind them `#` to `[`: neither a backslash nor a quotation mark. */
function characterOf(place: number): string {
  return String.fromCharCode(place < 34 ? 0x5d + place : place + 1)
}

/** The octets of a text that `textOf` has made. */
export function octetsOf(text: string): Uint8Array<ArrayBuffer> {
  const octets = new Uint8Array(text.length)
  let length = 0
  // By hand, and with no call: nothing is compiled yet where this runs.
  for (let at = 0; at < text.length; ) {
    const first = text.charCodeAt(at++)
    let octet = first < 0x5d ? first - 1 : first - 0x5d
    if (octet >= SINGLE) {
      const second = text.charCodeAt(at++)
      octet = SINGLE + (octet - SINGLE) * SHARED + (second < 0x5d ? second - 1 : second - 0x5d)
    }
    octets[length++] = octet
  }
  return octets.subarray(0, length)
}
