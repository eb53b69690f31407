import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import type { ShortMessage } from '../../src/types'
import { inFolder, run } from './programs'

/** What Wireshark's dissectors say of one message. Fields that occur more than once are lists. */
export type Packet = { [field: string]: Packet | Packet[] | string | string[] | undefined }

/** A capture of "exported PDUs": each frame names the dissector that it is for. */
const LINK_TYPE = 252
const TAG_DISSECTOR = 12
const TAG_DIRECTION = 35
/** Makes the SMS dissector read SMS-SUBMIT. */
const RECEIVED = 1

const SUBMIT = 0x01
const USER_DATA_HEADER = 0x40
const DESTINATION = Buffer.from('0B916407281553F8', 'hex')

/** The SMS-SUBMIT of a message (TS 23.040 9.2.2.2), without validity period. */
function submit({ userData, userDataLength, hasHeader, dataCoding, protocolId }: ShortMessage): Buffer {
  const head = [SUBMIT | (hasHeader ? USER_DATA_HEADER : 0), 0, ...DESTINATION]
  return Buffer.from([...head, protocolId, dataCoding, userDataLength, ...userData])
}

function tagged(tag: number, value: Buffer): Buffer {
  const head = Buffer.alloc(4)
  head.writeUInt16BE(tag, 0)
  head.writeUInt16BE(value.length, 2)
  return Buffer.concat([head, value])
}

function frame(dissector: string, payload: Uint8Array, direction?: number): Buffer {
  const name = Buffer.alloc((dissector.length + 4) & ~3)
  name.write(dissector)
  const tags = [tagged(TAG_DISSECTOR, name)]
  if (direction !== undefined) tags.push(tagged(TAG_DIRECTION, Buffer.from([0, 0, 0, direction])))
  return Buffer.concat([...tags, Buffer.alloc(4), payload])
}

function capture(frames: Buffer[]): Buffer {
  const head = Buffer.alloc(24)
  head.writeUInt32LE(0xa1b2c3d4, 0)
  head.writeUInt16LE(2, 4)
  head.writeUInt16LE(4, 6)
  head.writeUInt32LE(262144, 16)
  head.writeUInt32LE(LINK_TYPE, 20)
  const records = frames.flatMap((octets, index) => {
    const record = Buffer.alloc(16)
    record.writeUInt32LE(index, 0)
    record.writeUInt32LE(octets.length, 8)
    record.writeUInt32LE(octets.length, 12)
    return [record, octets]
  })
  return Buffer.concat([head, ...records])
}

/** The messages as tshark dissects them: one start for all. */
export function dissect(messages: readonly ShortMessage[]): Packet[] {
  return dissectFrames(messages.map((message) => frame('gsm_sms', submit(message), RECEIVED)))
}

/** Whole TPDUs, from the phone or to it. */
export function dissectTpdus(tpdus: readonly { octets: Uint8Array; direction: 'to-phone' | 'to-network' }[]): Packet[] {
  return dissectFrames(
    tpdus.map(({ octets, direction }) => frame('gsm_sms', octets, direction === 'to-network' ? RECEIVED : undefined)),
  )
}

/** Pages of cell broadcast. */
export function dissectPages(pages: readonly Uint8Array[]): Packet[] {
  return dissectFrames(pages.map((page) => frame('gsm_cbs', page)))
}

function dissectFrames(frames: Buffer[]): Packet[] {
  return inFolder((folder) => {
    const path = join(folder, 'x.pcap')
    writeFileSync(path, capture(frames))
    const options = ['-T', 'json', '--no-duplicate-keys', '-o', 'gsm_sms.reassemble:FALSE']
    const packets = JSON.parse(run('tshark', ['-r', path, ...options])) as { _source: { layers: Packet } }[]
    return packets.map(({ _source }) => _source.layers)
  })
}

/** A row of tshark's listing of a WBXML document: what kind of token, and its rendering. */
export interface TokenRow {
  token: string
  rendering: string
}

/** WBXML documents as tshark lists their tokens: one start for all. */
export function listTokens(documents: readonly Uint8Array[]): TokenRow[][] {
  const listing = inFolder((folder) => {
    const path = join(folder, 'x.pcap')
    writeFileSync(path, capture(documents.map((document) => frame('wbxml', document))))
    return run('tshark', ['-r', path, '-V'])
  })
  return listing
    .split(/^Frame \d+: /m)
    .slice(1)
    .map((text) => text.split('\n').flatMap(tokenRow))
}

/** `level | state | code page | token | rendering`; indented by the depth. */
function tokenRow(line: string): TokenRow[] {
  const columns = /^ +\d+ \|[^|]*\|[^|]*\| ([^|]*)\| {2,}(.*)$/.exec(line)
  return columns ? [{ token: columns[1]!.trim(), rendering: columns[2]! }] : []
}

/** The values of a field wherever it is in a packet, in order. */
export function valuesOf(packet: Packet, name: string): string[] {
  return Object.entries(packet).flatMap(([key, value]) =>
    [value].flat().flatMap((one) => {
      if (typeof one === 'string') return key === name ? [one] : []
      return one === undefined ? [] : valuesOf(one, name)
    }),
  )
}

/** The information elements of a packet. */
export function elementsIn(packet: Packet): Packet[] {
  return Object.entries(packet).flatMap(([key, value]) =>
    [value].flat().flatMap((one) => {
      if (typeof one !== 'object') return []
      return key.startsWith('IE: ') ? [one] : elementsIn(one)
    }),
  )
}
