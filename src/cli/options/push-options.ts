import { findFlag, type OptionRow } from './option-row'
import { REFERENCE_OPTIONS } from './reference-options'
import { createWordReader, readInteger } from './typed'

/** Members of the document, which is the first argument of encodeWapPush. */
export const PUSH_DOCUMENT: readonly OptionRow[] = [
  {
    member: 'type',
    flags: '--type <si|sl>',
    about: 'Service Indication or Loading (default: si)',
    parse: createWordReader('si', 'sl'),
  },
  {
    member: 'action',
    flags: '--action <name>',
    about: 'signal-none, -low, -medium, -high, delete; execute-low, -high, cache',
  },
  { member: 'id', flags: '--id <text>', about: 'si-id' },
  { member: 'created', flags: '--created <date>', about: 'such as 1999-06-25T15:23:15Z' },
  { member: 'expires', flags: '--expires <date>', about: 'in the same form' },
]

/** Options of encodeWapPush. */
export const PUSH_OPTIONS: readonly OptionRow[] = [
  { member: 'compact', flags: '--compact', about: 'the form that SMS gateways document' },
  {
    member: 'transactionId',
    flags: '--transaction <octet>',
    about: 'WSP transaction (default: 0)',
    parse: readInteger,
  },
  { member: 'charset', flags: '--no-charset', about: 'content type without its charset' },
  { member: 'applicationId', flags: '--application-id <number>', about: 'X-Wap-Application-Id', parse: readInteger },
  { member: 'dataCoding', flags: '--dcs <octet>', about: 'TP-DCS: 0x04 or 0xF5 (default: 0x04)', parse: readInteger },
  { member: 'protocolId', flags: '--pid <octet>', about: 'TP-PID, decimal or 0x...', parse: readInteger },
  ...REFERENCE_OPTIONS,
]

/**
 * Finds the flag or argument that sets a member: `--transaction` for `transactionId`; the arguments `url` and `title` for
 * `href` and `text`.
 */
export function findPushFlag(member: string): string | undefined {
  if (member === 'href') return 'url'
  if (member === 'text') return 'title'
  return findFlag([...PUSH_DOCUMENT, ...PUSH_OPTIONS], member)
}
