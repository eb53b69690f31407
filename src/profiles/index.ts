/**
 * What carriers and providers take, as their own pages say, with source and date. Data alone: nothing here counts.
 *
 * @module
 */
import type { Profile } from './types'

export type { Profile, ProfileOptions } from './types'

/** GSM-7 as Telnyx has it: without Greek capitals, Ç, ¤, € and form feed. § is in the newer layout of its page. */
const TELNYX =
  '@£$¥èéùìò\nØø\rÅå_ÆæßÉ !"#%&\'()*+,-./0123456789:;<=>?¡ABCDEFGHIJKLMNOPQRSTUVWXYZÄÖÑÜ§¿abcdefghijklmnopqrstuvwxyzäöñüà^{}\\[~]|'

/** GSM-7 as Modica has it: ¤ ¡ § | may not be sent. */
const MODICA =
  '@£$¥èéùìòÇ\nØø\rÅåΔ_ΦΓΛΩΠΨΣΘΞÆæßÉ !"#%&\'()*+,-./0123456789:;<=>?ABCDEFGHIJKLMNOPQRSTUVWXYZÄÖÑÜ¿abcdefghijklmnopqrstuvwxyzäöñüà\f^{}\\[~]€'

/**
 * Limits of carriers and providers, by name.
 *
 * @example
 * count('a'.repeat(153 * 2), profiles['us-toll-free'].options).segments // 3
 * profiles.twilio.mostCharacters // 1600
 */
export const profiles: Readonly<Record<ProfileName, Profile>> = {
  'us-toll-free': {
    options: { limits: { gsm7: { single: 160, multi: 152 }, ucs2: { single: 70, multi: 66 } } },
    mostCharacters: 1600,
    source:
      "github.com/TwilioDevEd/message-segment-calculator issue 51: one user's report of Twilio's bills, closed; the most is Twilio's",
    date: '2025-12-17',
  },
  'us-cellular': {
    options: { limits: { gsm7: { single: 150, multi: 150 } } },
    concatenation: false,
    source:
      "github.com/TwilioDevEd/message-segment-calculator issue 24: one user's report, which cites Twilio's article 223181508; a copy of that of 2022-12-03 says that US Cellular does not support concatenation, without the 150",
    date: '2022-01-25',
  },
  twilio: {
    options: {},
    mostCharacters: 1600,
    source: 'twilio.com/docs/glossary/what-sms-character-limit; twilio.com/docs/api/errors/21617',
    date: '2025-12-09',
  },
  telnyx: {
    options: { alphabet: { characters: TELNYX } },
    mostSegments: 10,
    source:
      'developers.telnyx.com/docs/messaging/messages/message-encoding: long codes, toll-free and alphanumeric senders',
    date: '',
  },
  'telnyx-short-code': {
    options: { alphabet: 'ascii' },
    mostSegments: 10,
    source: 'developers.telnyx.com/docs/messaging/messages/message-encoding: short codes',
    date: '',
  },
  aws: {
    options: {},
    mostCharacters: 1600,
    source: 'docs.aws.amazon.com/sms-voice/latest/userguide/sms-limitations-character.html',
    date: '',
  },
  signalwire: {
    options: {},
    mostCharacters: 1600,
    source: 'developer.signalwire.com/guides/messaging-character-limits',
    date: '',
  },
  plivo: {
    options: {},
    mostSegments: 11,
    mostCharacters: 1600,
    source:
      "tdr.freshdesk.com: one reseller's page with Plivo's text: 1600 characters of GSM-7, 737 of UCS-2, which is 11 segments",
    date: '',
  },
  braze: {
    options: {},
    mostSegments: 10,
    mostCharacters: 1600,
    source: 'braze.com/docs: SMS message segments',
    date: '',
  },
  modica: {
    options: { alphabet: { characters: MODICA } },
    mostSegments: 10,
    source: 'confluence.modicagroup.com: Encoding and concatenation',
    date: '',
  },
  budgetsms: { options: {}, mostSegments: 4, source: 'budgetsms.net: FAQ', date: '' },
  esendex: { options: {}, mostSegments: 4, source: 'forum.esendex.com: one thread', date: '' },
  cardboardfish: { options: {}, mostSegments: 3, source: 'cardboardfish.com', date: '' },
  cellcast: { options: {}, mostSegments: 6, source: 'support.cellcast.com.au', date: '' },
  'fone-dynamics': { options: {}, mostSegments: 6, source: 'helpdesk.fonedynamics.com', date: '' },
  altinn: {
    options: { limits: { gsm7: { single: 160, multi: 134 } } },
    mostSegments: 16,
    source: 'docs.altinn.studio: notifications; its most by altinn docs pull request 2935',
    date: '2025-11-06',
  },
}

/** The names of `profiles`. */
export type ProfileName =
  | 'us-toll-free'
  | 'us-cellular'
  | 'twilio'
  | 'telnyx'
  | 'telnyx-short-code'
  | 'aws'
  | 'signalwire'
  | 'plivo'
  | 'braze'
  | 'modica'
  | 'budgetsms'
  | 'esendex'
  | 'cardboardfish'
  | 'cellcast'
  | 'fone-dynamics'
  | 'altinn'
