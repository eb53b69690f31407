// SMPP 3.4 4.4.1, 4.6.1, 5.3.2: fields of submit_sm, deliver_sm and data_sm, with the names of the npm package smpp.

import type { Reading, ReadOptions, TextOptions } from '../types'
import type { SmppAlphabet, SmppCharset } from './data-coding'
import type { Receipt } from './receipt'

/** The members of a submit_sm or deliver_sm that carry the message. Spread them into `session.submit_sm({ ... })`. */
export interface SmppMessage {
  /** 0x40 where the octets begin with a user data header, otherwise 0. */
  esm_class: number
  /** 0 for GSM-7, 8 for UCS-2, 4 for octets; with a message class or message waiting, other values (the manual has them). */
  data_coding: number
  /** TP-PID, left out where it is 0. */
  protocol_id?: number
  /** The octets: a Buffer where the runtime has Buffer. Left out where there is a `message_payload`. */
  short_message?: Uint8Array
  /** The whole message, with `carry: 'payload'`. */
  message_payload?: Uint8Array
  /** With `carry: 'sar'`: the reference, the same in all segments. */
  sar_msg_ref_num?: number
  /** With `carry: 'sar'`: how many segments there are. */
  sar_total_segments?: number
  /** With `carry: 'sar'`: which of them this is, from 1. */
  sar_segment_seqnum?: number
  /** With `carry: 'sar'`: the source of a 16-bit `ports` element. */
  source_port?: number
  /** With `carry: 'sar'`: its destination. */
  dest_port?: number
}

/**
 * How a long message is carried: `'udh'` in segments with a user data header, which works everywhere; `'sar'` in
 * segments numbered by the SAR parameters; `'payload'` whole in message_payload, and the message centre cuts it.
 */
export type SmppCarry = 'udh' | 'sar' | 'payload'

/** What `toSmpp` takes. `packed` cannot be `true`: SMPP has no TP-UDL, which says how many septets there are. */
export interface ToSmppOptions extends TextOptions {
  /** Default `'udh'`. */
  carry?: SmppCarry
}

/**
 * Content of a message: its octets; or header and rest apart, as the npm package smpp gives them, the rest decoded or
 * not; or a text that is already decoded.
 */
export type SmppContent =
  | Uint8Array
  | string
  | { message?: Uint8Array | string; udh?: Uint8Array | readonly Uint8Array[] }

/** The members of a PDU that are read. Others are ignored. */
export interface SmppPdu {
  esm_class?: number
  /** `null` is read as 0. */
  data_coding?: number | null
  protocol_id?: number
  short_message?: SmppContent
  message_payload?: SmppContent
  /** The SAR parameters, of a message that was sent with `carry: 'sar'`. */
  sar_msg_ref_num?: number
  sar_total_segments?: number
  sar_segment_seqnum?: number
  source_port?: number
  dest_port?: number
  /** 1 display, 2 mobile equipment, 3 smart card, 4 external unit: message classes 0 to 3. */
  dest_addr_subunit?: number
  source_addr?: string
  destination_addr?: string
  receipted_message_id?: string | Uint8Array
  message_state?: number
  network_error_code?: Uint8Array
}

/** What the values of data_coding mean on a connection. The operator documents it. */
export interface SmppAgreement {
  /** What data_coding 0 means. Default `'gsm7'`, with one septet an octet. */
  defaultAlphabet?: SmppAlphabet
  /** What data_coding 1, IA5, means. Default `'ascii'`. Some gateways, and the npm package smpp, send GSM-7. */
  ia5Alphabet?: SmppAlphabet
}

/** What `fromSmpp` takes. */
export interface FromSmppOptions extends ReadOptions, SmppAgreement {}

/** A message that was read from its PDUs. */
export interface SmppReading extends Reading {
  /** How its octets were written. */
  charset: SmppCharset
  /** What it reports, if it is a delivery receipt or an intermediate notification. */
  receipt?: Receipt
}
