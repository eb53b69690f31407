// SMPP 3.4 4.4.1, 5.2.12, 5.2.19, 5.3.2: a text as the members of a PDU. Slow, and shares no line with the library.
import type { TextOptions } from '../../src/types'
import { encode } from './encode'

/** Members of a PDU; octets in hexadecimal. Undefined where the way has no place for an element of the header. */
export type Members = Record<string, number | string>

export function toSmpp(text: string, options: TextOptions, carry: 'udh' | 'sar' | 'payload'): Members[] | undefined {
  const segments = encode(text, { ...options, packed: false })
  const opened = segments.map(({ userData, hasHeader }) => {
    const header = hasHeader ? userData.slice(1, 1 + userData[0]!) : new Uint8Array()
    return { elements: elementsOf([...header]), body: hex(userData.slice(hasHeader ? 1 + header.length : 0)) }
  })
  const common = segments.map(({ dataCoding, protocolId }) => ({
    data_coding: dataCoding,
    ...(protocolId === 0 ? {} : { protocol_id: protocolId }),
  }))
  if (carry === 'udh') {
    return segments.map(({ userData, hasHeader }, index) => ({
      esm_class: hasHeader ? 64 : 0,
      ...common[index]!,
      short_message: hex(userData),
    }))
  }
  const own = opened[0]!.elements.filter(([id]) => id !== 0x00 && id !== 0x08)
  if (carry === 'payload') {
    const octets = own.flat()
    const header = octets.length === 0 ? '' : hex([octets.length, ...octets])
    const message_payload = header + opened.map(({ body }) => body).join('')
    return [{ esm_class: header === '' ? 0 : 64, ...common[0]!, message_payload }]
  }
  const [ports] = own.filter(([id]) => id === 0x05)
  if (own.length > (ports === undefined ? 0 : 1)) return undefined
  return opened.map(({ elements, body }, index) => {
    const concat = elements.find(([id]) => id === 0x00 || id === 0x08)
    return {
      esm_class: 0,
      ...common[index]!,
      short_message: body,
      ...(concat === undefined ? {} : sarOf(concat)),
      ...(ports === undefined
        ? {}
        : { dest_port: ports[2]! * 256 + ports[3]!, source_port: ports[4]! * 256 + ports[5]! }),
    }
  })
}

function sarOf(concat: number[]): Members {
  const [sequence, total, ...reference] = concat.slice(2).reverse() as [number, number, ...number[]]
  return {
    sar_msg_ref_num: reference.reduce((sum, octet, place) => sum + octet * 256 ** place, 0),
    sar_total_segments: total,
    sar_segment_seqnum: sequence,
  }
}

/** Each with its identifier and its length. */
function elementsOf(header: number[]): number[][] {
  if (header.length === 0) return []
  const length = 2 + header[1]!
  return [header.slice(0, length), ...elementsOf(header.slice(length))]
}

function hex(octets: Iterable<number>): string {
  return Array.from(octets, (octet) => octet.toString(16).toUpperCase().padStart(2, '0')).join('')
}
