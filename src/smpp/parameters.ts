// SMPP 3.4 5.2.12, 5.3.2.1, .12, .20 to .24, .31, .35: what the parameters of a PDU say about the message: segment numbers, ports,
// its class, and whether it is a receipt.

import type { InformationElement } from 'septet'
import { omitUndefined, requireInteger } from '../arguments'
import type { ReceiptParameters } from './receipt'
import type { SmppPdu } from './types'

/** Bits 5 to 2 of esm_class: a receipt of the message centre, or an intermediate notification. */
const MESSAGE_TYPE = 0x3c
const RECEIPT = 0x04
const NOTIFICATION = 0x20

/** Reads the elements of a header for the ports and the segment numbers in the parameters. */
export function readElements(argument: string, pdu: SmppPdu): InformationElement[] {
  const { sar_msg_ref_num: reference, sar_total_segments: total, sar_segment_seqnum: sequence } = pdu
  const { source_port: source, dest_port: destination } = pdu
  const elements: InformationElement[] = []
  if (source !== undefined || destination !== undefined) {
    elements.push({
      type: 'ports',
      bits: 16,
      destination: requireTwoOctets(`${argument}.dest_port`, destination ?? 0),
      source: requireTwoOctets(`${argument}.source_port`, source ?? 0),
    })
  }
  // SMPP: "All three, or all are ignored" [5.3.2.22].
  if (reference !== undefined && total !== undefined && sequence !== undefined) {
    elements.push({
      type: 'concat',
      bits: 16,
      reference: requireTwoOctets(`${argument}.sar_msg_ref_num`, reference),
      total: requireOctet(`${argument}.sar_total_segments`, total),
      sequence: requireOctet(`${argument}.sar_segment_seqnum`, sequence),
    })
  }
  return elements
}

/** The parameters of a receipt; undefined for a message that is not a receipt. */
export function readReceiptParameters(pdu: SmppPdu, esmClass: number): ReceiptParameters | undefined {
  const { receipted_message_id, message_state, network_error_code } = pdu
  const type = esmClass & MESSAGE_TYPE
  const isReceipt = type === RECEIPT || type === NOTIFICATION || receipted_message_id !== undefined
  if (!isReceipt) return undefined
  return omitUndefined({ receipted_message_id, message_state, network_error_code })
}

/** The message class that dest_addr_subunit gives: 1 to 4 are the classes 0 to 3. */
export function readMessageClass(argument: string, { dest_addr_subunit: subunit }: SmppPdu): 0 | 1 | 2 | 3 | undefined {
  if (subunit === undefined) return undefined
  const value = requireOctet(`${argument}.dest_addr_subunit`, subunit)
  return value >= 1 && value <= 4 ? ((value - 1) as 0 | 1 | 2 | 3) : undefined
}

/** @throws {SeptetError} 'invalid-type', 'invalid-value' */
export function requireOctet(argument: string, value: unknown): number {
  return requireInteger(argument, value, 0, 0xff)
}

function requireTwoOctets(argument: string, value: unknown): number {
  return requireInteger(argument, value, 0, 0xffff)
}
