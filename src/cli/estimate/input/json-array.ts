// Writes the elements of a JSON array as lines, one each. So it is read like NDJSON, in memory that does not grow.
import { Failure } from '../../failure'

const [LINE_FEED, RETURN, SPACE, TAB, QUOTE, COMMA, BACKSLASH] = [0x0a, 0x0d, 0x20, 0x09, 0x22, 0x2c, 0x5c]
const [OPEN_BRACKET, CLOSE_BRACKET, OPEN_BRACE, CLOSE_BRACE] = [0x5b, 0x5d, 0x7b, 0x7d]

/** Whether octets start with an array. No line of NDJSON does. */
export function beginsWithArray(first: Uint8Array): boolean {
  return first.find((octet) => !isBlank(octet) && octet !== 0xef && octet !== 0xbb && octet !== 0xbf) === OPEN_BRACKET
}

function isBlank(octet: number): boolean {
  return octet === SPACE || octet === TAB || octet === LINE_FEED || octet === RETURN
}

/**
 * Splits an array into its elements, one a line. A line end inside an element becomes a space. In JSON the space means the same,
 * and in a string both are errors.
 *
 * @throws {Failure} the array is not closed
 */
export async function* splitArray(name: string, chunks: AsyncIterable<Uint8Array>): AsyncGenerator<Uint8Array> {
  let depth = 0
  let isString = false
  let isEscaped = false
  let isClosed = false
  for await (const chunk of chunks) {
    const lines = Buffer.alloc(chunk.length + 1)
    let end = 0
    for (const octet of chunk) {
      if (isString) {
        lines[end++] = octet === LINE_FEED ? SPACE : octet
        if (isEscaped) isEscaped = false
        else if (octet === BACKSLASH) isEscaped = true
        else if (octet === QUOTE) isString = false
        continue
      }
      if (octet === QUOTE) isString = true
      const isOpen = octet === OPEN_BRACKET || octet === OPEN_BRACE
      const isClose = octet === CLOSE_BRACKET || octet === CLOSE_BRACE
      if (isOpen && depth++ === 0 && !isClosed) continue
      if (isClose && --depth === 0 && !isClosed) {
        isClosed = true
        lines[end++] = LINE_FEED
      } else if (octet === COMMA && depth === 1) lines[end++] = LINE_FEED
      else if (depth === 0 && isBlank(octet)) continue
      else if (depth === 0 && !isClosed)
        continue // a byte order mark
      else lines[end++] = octet === LINE_FEED || octet === RETURN ? SPACE : octet
    }
    yield lines.subarray(0, end)
  }
  if (!isClosed) throw new Failure(`${name}: a JSON array that is not closed`)
}
