// WAP-259 appendix B, and Nokia Smart Messaging 3.0 table 4-1: the applications at the ports of a phone.
import { requireInteger } from '../arguments'

/** The push agent, and connectionless WSP. */
export const PUSH_PORT = 2948
export const WSP_PORT = 9200

/**
 * Ports of a phone, for element 04 or 05 of a header. Those from 2948 on are of WAP-259 appendix B, the others of Nokia
 * Smart Messaging 3.0 table 4-1. A push goes to `push`. A vCard or vCalendar goes without a push, with `encodeBinary`.
 *
 * @example
 * const header = [{ type: 'ports', bits: 16, destination: ports.vCard, source: 0 }]
 * encodeBinary({ header, data: new TextEncoder().encode('BEGIN:VCARD\r\nEND:VCARD\r\n') }).length // 1
 */
export const ports = {
  /** A port of the narrow-band sockets, which are older than WAP. */
  oldVCard: 226,
  oldVCalendar: 228,
  push: PUSH_PORT,
  securePush: 2949,
  internetAccess: 5503,
  ringtone: 5505,
  operatorLogo: 5506,
  callerIcon: 5507,
  picture: 5514,
  wsp: WSP_PORT,
  wspSession: 9201,
  secureWsp: 9202,
  secureWspSession: 9203,
  vCard: 9204,
  vCalendar: 9205,
  secureVCard: 9206,
  secureVCalendar: 9207,
  syncMlSettings: 49996,
  browserSettings: 49999,
} as const

/** A port of 16 bits. @throws {SeptetError} 'invalid-type', 'invalid-value' */
export function requirePort(argument: string, value: unknown): number {
  return requireInteger(argument, value, 0, 0xffff)
}
