// Carriers and providers by the names that people know, and what their pages say of a message.
import type { Count } from 'septet'
import { type ProfileName, profiles } from 'septet/profiles'

export const CARRIERS: Readonly<Record<ProfileName, string>> = {
  altinn: 'Altinn',
  aws: 'AWS (End User Messaging, SNS)',
  braze: 'Braze',
  budgetsms: 'BudgetSMS',
  cardboardfish: 'CardBoardFish',
  cellcast: 'Cellcast',
  esendex: 'Esendex',
  'fone-dynamics': 'Fone Dynamics',
  modica: 'Modica',
  plivo: 'Plivo',
  signalwire: 'SignalWire',
  telnyx: 'Telnyx',
  'telnyx-short-code': 'Telnyx, from a short code',
  twilio: 'Twilio',
  'us-cellular': 'UScellular (United States)',
  'us-toll-free': 'Toll-free numbers (United States)',
}

/** Whether a link names a carrier that there is. */
export function isCarrier(name: string): name is ProfileName {
  return Object.hasOwn(CARRIERS, name)
}

/** What a carrier takes, in words, and who says so. */
export function describeCarrier(name: ProfileName): { limits: string; source: string } {
  const { options, mostSegments, mostCharacters, concatenation, source, date } = profiles[name]
  const { gsm7, ucs2 } = options.limits ?? {}
  const limits = [
    gsm7 && `GSM-7: ${gsm7.single} in one segment, ${gsm7.multi} in each of several`,
    ucs2 && `UCS-2: ${ucs2.single} and ${ucs2.multi}`,
    options.alphabet === 'ascii' && 'GSM-7 without letters beyond A to Z',
    typeof options.alphabet === 'object' && 'GSM-7 without some of its characters',
    mostSegments !== undefined && `at most ${mostSegments} segments`,
    mostCharacters !== undefined && `at most ${mostCharacters} characters`,
    concatenation === false && 'segments are not joined',
  ]
  return { limits: limits.filter(Boolean).join('; '), source: date === '' ? source : `${source} (${date})` }
}

/** More than these is refused by many providers. */
const SEGMENTS = 10
const CHARACTERS = 1600

/** What a message is too long for: the carrier that was chosen, or many. */
export function warnOfLength(text: string, { segments }: Count, name: ProfileName | ''): string[] {
  const warnings: string[] = []
  const { mostSegments, mostCharacters, concatenation } = name === '' ? {} : profiles[name]
  const limited = mostSegments !== undefined || mostCharacters !== undefined
  const who = limited && name !== '' ? `${CARRIERS[name]} refuses` : 'Many providers refuse'
  const most = limited ? mostSegments : SEGMENTS
  const longest = limited ? mostCharacters : CHARACTERS
  if (segments > 255) warnings.push('More than 255 segments cannot be sent: the number of a segment is one octet.')
  else if (most !== undefined && segments > most)
    warnings.push(`${who} more than ${most} segments; this message has ${segments}.`)
  if (longest !== undefined && text.length > longest)
    warnings.push(`${who} more than ${longest} characters; this message has ${text.length.toLocaleString('en')}.`)
  if (concatenation === false && name !== '' && segments > 1)
    warnings.push(`${CARRIERS[name]} does not join segments: ${segments} messages arrive.`)
  return warnings
}
