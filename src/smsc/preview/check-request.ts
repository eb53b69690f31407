import { Notices } from '../notices'
import { type PreviewOptions, readOptions } from '../options'
import type { Values } from '../request/parameter-values'
import { readRequest } from '../request/read-request'
import type { SmscRequest } from '../request/request'
import type { RequestError } from '../request-error'
import type { Kind, Preview, Warning } from '../types'
import { PREVIEWED } from './kinds'
import { previewValues } from './preview'

/** The errors of a request, and its warnings. */
export interface RequestCheck {
  errors: RequestError[]
  warnings: Warning[]
}

/**
 * Checks every parameter of a request of any kind. It does what `preview` does. It also checks what only calls, e-mail,
 * MMS and messengers have (`subj`, `fileurl`, `voice`, `param`, `smsreq`, `imgcode` with `userip`, the sender of an
 * e-mail), and how often a number is in a list.
 *
 * @param request as for `preview`
 * @param options as for `preview`
 * @returns the errors for which the service would refuse the request, and warnings; both are empty if all is well
 * @throws {SeptetError} as `preview`: a request that cannot be read, wrong options
 * @example
 * checkRequest({ phones: 'a@b.ru', mes: 'Hi', mail: 1, subj: 'News', sender: 'me@b.ru' }).errors // []
 * checkRequest({ phones: '79161234567', mes: 'Hi', mms: 1, fileurl: 'c.jpg' }).errors[0].argument // 'fileurl'
 */
export function checkRequest(request: SmscRequest, options?: PreviewOptions): RequestCheck {
  const plan = readOptions(options)
  const notices = new Notices()
  const read = readRequest(request, plan, notices)
  const preview = previewValues(read, plan, notices)
  checkMail(read.values, preview, notices)
  checkCall(read.values, preview, notices)
  checkFile(read.values, preview, notices)
  checkBot(read.values, notices)
  checkCaptcha(read.values, notices)
  checkRepetition(preview, notices)
  const errors = notices.errors.filter(({ code }) => code !== 'not-previewable')
  return { errors, warnings: notices.warnings }
}

function isGiven(values: Values, name: string): boolean {
  return (values.get(name) ?? '').trim() !== ''
}

function hasKind({ lines }: Preview, ...kinds: Kind[]): boolean {
  return lines.some(({ kind }) => kinds.includes(kind))
}

/**
 * An e-mail needs a subject, a text and the address of its sender. An MMS needs a subject or a text, also if it has
 * files [the service's page on `subj`, as public clients quote it].
 */
function checkMail(values: Values, preview: Preview, notices: Notices): void {
  const hasList = isGiven(values, 'list')
  if (hasKind(preview, 'mail')) {
    for (const name of ['subj', 'sender', ...(hasList ? [] : ['mes'])]) {
      if (!isGiven(values, name)) failParameter(name, values, 'is needed in every e-mail', notices, 'missing-parameter')
    }
    const sender = values.get('sender') ?? ''
    if (sender !== '' && !isAddress(sender))
      failParameter('sender', values, 'must be the address of an e-mail', notices)
  }
  if (hasKind(preview, 'mms') && !hasList && !isGiven(values, 'subj') && !isGiven(values, 'mes')) {
    failParameter('subj', values, 'or a text is needed in every MMS', notices, 'missing-parameter')
  }
  if (!hasKind(preview, 'mail', 'mms')) warnOfUnused('subj', values, 'does nothing except in e-mail and MMS', notices)
}

/** An address: something, one @, something with a dot; or a name with the address in angle brackets. */
function isAddress(sender: string): boolean {
  const address = sender.endsWith('>') ? sender.slice(sender.lastIndexOf('<') + 1, -1) : sender
  const [name = '', host = '', ...others] = address.split('@')
  return others.length === 0 && name !== '' && host.includes('.') && !/[\s<>]/.test(address)
}

/** Four voices of men, four of women, or a language as two letters. */
const VOICE = /^(?:[mw][2-4]?|[a-z]{2}(?:-[a-z]{2})?)$/i

function checkCall(values: Values, preview: Preview, notices: Notices): void {
  if (!hasKind(preview, 'call')) {
    for (const name of ['voice', 'param']) warnOfUnused(name, values, 'does nothing except in calls', notices)
    return
  }
  const voice = (values.get('voice') ?? '').trim()
  if (voice !== '' && !VOICE.test(voice))
    failParameter('voice', values, 'must be m, m2 to m4, w, w2 to w4, or a language', notices)
  const param = (values.get('param') ?? '').trim()
  if (param !== '' && !/^\d{1,9},\d{1,9},\d{1,9}$/.test(param)) {
    warnOfUnused('param', values, 'is not wait,interval,attempts: the defaults are taken', notices)
  }
}

function checkFile(values: Values, preview: Preview, notices: Notices): void {
  if (!isGiven(values, 'fileurl')) return
  if (preview.lines.every(({ kind }) => PREVIEWED.has(kind))) {
    warnOfUnused('fileurl', values, 'does nothing in an SMS', notices)
  } else if (!/^https?:\/\/[^\s/]+/i.test(values.get('fileurl')!)) {
    failParameter('fileurl', values, 'must be a whole address, with http:// or https://', notices)
  }
}

/**
 * Days after which a bot asks for the number again. `smsreq` needs `bot` [the service's page, as public clients quote
 * it].
 */
function checkBot(values: Values, notices: Notices): void {
  const days = (values.get('smsreq') ?? '').trim()
  if (days === '') return
  if (!isGiven(values, 'bot')) warnOfUnused('smsreq', values, 'does nothing without bot', notices)
  if (!/^\d{2,3}$/.test(days) || Number(days) < 10) failParameter('smsreq', values, 'must be 10 to 999 days', notices)
}

/** The code of a picture needs the address of the person who typed it. */
function checkCaptcha(values: Values, notices: Notices): void {
  const userip = (values.get('userip') ?? '').trim()
  if (isGiven(values, 'imgcode') && userip === '')
    failParameter('userip', values, 'is needed with imgcode', notices, 'missing-parameter')
  const isIp = /^(?:\d{1,3}\.){3}\d{1,3}$/.test(userip) || (userip.includes(':') && /^[\da-f:.]+$/i.test(userip))
  if (userip !== '' && !isIp) failParameter('userip', values, 'must be the IP address of the user', notices)
}

/** The most messages to one number in a list. */
const MOST_TO_ONE = 50

function checkRepetition({ lines }: Preview, notices: Notices): void {
  if (lines.length <= MOST_TO_ONE) return
  const counts = new Map<string, number>()
  for (const { recipients } of lines) {
    for (const { phone } of recipients) {
      const count = (counts.get(phone) ?? 0) + 1
      counts.set(phone, count)
      if (count !== MOST_TO_ONE + 1) continue
      const place = { argument: 'list', value: phone }
      notices.fail(
        1,
        'invalid-value',
        place,
        `has more than ${MOST_TO_ONE} messages to ${phone}`,
        'too many to one number',
      )
    }
  }
}

function failParameter(
  name: string,
  values: Values,
  message: string,
  notices: Notices,
  code: 'invalid-value' | 'missing-parameter' = 'invalid-value',
): void {
  notices.fail(1, code, { argument: name, value: values.get(name) }, message)
}

function warnOfUnused(name: string, values: Values, message: string, notices: Notices): void {
  if (isGiven(values, name))
    notices.warn('ignored-parameter', { argument: name, value: values.get(name) }, () => message)
}
