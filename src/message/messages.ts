// TS 23.040 9.2.3: the short messages of a text, of formatted text, and of octets.
import type { ShortMessage } from '../types'

/** What all segments of a message have in common. */
export type Common = Omit<ShortMessage, 'userData' | 'userDataLength'>

/**
 * Short messages of user data that is end to end in `octets`: the user data of each is a view of them.
 *
 * @param octets no other code may have a reference to them
 * @param readLength octets of a segment; the first is 0
 * @param readUserDataLength TP-UDL of a segment
 */
export function createMessages(
  octets: Uint8Array,
  segments: number,
  readLength: (segment: number) => number,
  readUserDataLength: (segment: number) => number,
  { hasHeader, dataCoding, protocolId, packed }: Common,
): ShortMessage[] {
  const messages: ShortMessage[] = []
  let at = 0
  for (let segment = 0; segment < segments; segment++) {
    const end = at + readLength(segment)
    messages.push({
      // To make a view takes 30 ns (Node 20), and a message of one segment needs none.
      userData: segments === 1 ? octets : octets.subarray(at, end),
      userDataLength: readUserDataLength(segment),
      hasHeader,
      dataCoding,
      protocolId,
      packed,
    })
    at = end
  }
  return messages
}
