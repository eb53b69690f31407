// SMPP 3.4 4.4.1, 4.6.1, 5.3.2: fields of submit_sm, deliver_sm and data_sm, by the names that the npm package smpp gives them.

import type { Reading, ReadOptions, TextOptions } from '../types'
import type { SmppAlphabet, SmppCharset } from './data-coding'
import type { Receipt } from './receipt'

/** The members of a submit_sm or deliver_sm that carry the message: what is spread into `session.submit_sm({ ... })`. */
export interface SmppMessage {
  /** 0x40 where the octets begin with a user data header; 0 otherwise. */
  esm_class: number
  data_coding: number
  /** TP-PID, where it is not 0. */
  protocol_id?: number
  /** The octets: a Buffer where there is such. Left out with `message_payload`. */
  short_message?: Uint8Array
  /** The whole message, where it is carried so. */
  message_payload?: Uint8Array
  sar_msg_ref_num?: number
  sar_total_segments?: number
  sar_segment_seqnum?: number
  source_port?: number
  dest_port?: number
}

/**
 * How a long message is carried: in segments with a user data header, which works everywhere; in segments numbered by the
 * SAR parameters; or whole in message_payload, for the message centre to cut.
 */
export type SmppCarry = 'udh' | 'sar' | 'payload'

/** What `toSmpp` takes. `packed` cannot be `true`: SMPP has no TP-UDL to say how many septets there are. */
export interface ToSmppOptions extends TextOptions {
  /** Default `'udh'`. */
  carry?: SmppCarry
}

/**
 * Content of a message: its octets; header and rest apart, as the npm package smpp gives them, the rest decoded or not; or a
 * text that was decoded before.
 */
export type SmppContent =
  | Uint8Array
  | string
  | { message?: Uint8Array | string; udh?: Uint8Array | readonly Uint8Array[] }

/** The members of a PDU that are read; others are ignored. */
export interface SmppPdu {
  esm_class?: number
  /** `null` is taken for 0. */
  data_coding?: number | null
  protocol_id?: number
  short_message?: SmppContent
  message_payload?: SmppContent
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

/** What values of data_coding mean on a connection; the operator says. */
export interface SmppAgreement {
  /** What data_coding 0 means. Default `'gsm7'`, one septet an octet. */
  defaultAlphabet?: SmppAlphabet
  /** What data_coding 1, IA5, means. Default `'ascii'`; some gateways, and the npm package smpp, send GSM-7. */
  ia5Alphabet?: SmppAlphabet
}

/** What `fromSmpp` takes. */
export interface FromSmppOptions extends ReadOptions, SmppAgreement {}

/** A message read from its PDUs. */
export interface SmppReading extends Reading {
  /** How its octets were written. */
  charset: SmppCharset
  /** Where it is a delivery receipt, or an intermediate notification: what it says. */
  receipt?: Receipt
}
