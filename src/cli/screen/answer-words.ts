import type { Answer, AnswerPhone, Status } from 'septet/smsc'
import { pluralize } from '../../words'
import { formatBlock, type Row } from './rows'
import type { Screen } from './screen'

/** The service's tables, which the command has loaded. */
export type ServiceTables = Pick<typeof import('septet/smsc'), 'serviceErrors' | 'statuses' | 'statusErrors'>

type KnownAnswer = Exclude<Answer, { type: 'malformed' }>

/** Describes an answer of send.php. */
export function formatAnswer(answer: KnownAnswer, tables: ServiceTables, screen: Screen): string {
  const form: Row = ['format', `fmt=${answer.fmt}`]
  if (answer.type === 'error') {
    const { code, name, message, id, retry } = answer
    const known = (tables.serviceErrors as Readonly<Record<number, { en: string }>>)[code]
    const rows: Row[] = [
      ['words', message],
      ...(known === undefined ? [] : [['meaning', known.en] as const]),
      ...(id === undefined ? [] : [['id', id] as const]),
      ['again', retry ? 'the same request may succeed a minute later' : 'the same request will fail again'],
      form,
    ]
    return formatBlock(`error ${code}${name === undefined ? ', which is not known' : ` · ${name}`}`, rows, screen)
  }
  const { n, cost, phones = [] } = answer
  const isSent = answer.type === 'sent'
  const rows: Row[] = [
    ...(isSent ? [['id', answer.id] as const] : []),
    ...(cost === undefined ? [] : [['cost', cost] as const]),
    ...(isSent && answer.balance !== undefined ? [['balance', answer.balance] as const] : []),
    form,
    ...phones.map((phone): Row => ['to', formatPhone(phone, tables)]),
  ]
  return formatBlock(
    isSent ? `sent · ${pluralize(n, 'part')} in all` : `a cost · ${pluralize(n, 'part')} in all`,
    rows,
    screen,
  )
}

function formatPhone({ phone, mccmnc, cost, status, error }: AnswerPhone, tables: ServiceTables): string {
  const words = [
    phone,
    ...(mccmnc === undefined ? [] : [`operator ${mccmnc}`]),
    ...(cost === undefined ? [] : [cost]),
    ...(status === undefined ? [] : [`status ${status}${formatMeaning(tables.statuses[status])}`]),
    ...(error === undefined ? [] : [`error ${error}${formatMeaning(findError(error, tables))}`]),
  ]
  return words.join(' · ')
}

/** Finds the error of a number: by a code of statuses, or else of the service. */
function findError(code: number, { statusErrors, serviceErrors }: ServiceTables): { en: string } | undefined {
  return statusErrors[code] ?? (serviceErrors as Readonly<Record<number, { en: string }>>)[code]
}

function formatMeaning(row: { readonly en: string } | undefined): string {
  return row === undefined ? '' : ` (${row.en})`
}

/** Describes an answer of status.php, or a request to a status callback. */
export function formatStatus(state: Status, tables: ServiceTables, screen: Screen): string {
  const { status, name, final, delivered, error, id, phone, time, date } = state
  const rows: Row[] = [
    ...(tables.statuses[status] === undefined ? [] : [['meaning', tables.statuses[status].en] as const]),
    ['delivered', delivered ? 'yes' : 'no'],
    ['final', final ? 'yes' : 'no, ask again'],
    ...(error === undefined ? [] : [['error', `${error}${formatMeaning(tables.statusErrors[error])}`] as const]),
    ...(id === undefined ? [] : [['id', id] as const]),
    ...(phone === undefined ? [] : [['phone', phone] as const]),
    ...(date === undefined ? [] : [['changed', date] as const]),
    ...(date === undefined && time !== undefined ? [['changed', formatTime(time)] as const] : []),
  ]
  return formatBlock(`status ${status}${name === undefined ? ', which is not known' : ` · ${name}`}`, rows, screen)
}

/** Writes seconds since 1970 as a time in UTC, if they are in the range of a Date. */
function formatTime(seconds: number): string {
  const moment = new Date(seconds * 1000)
  return Number.isNaN(moment.getTime()) ? `${seconds}` : moment.toISOString().replace('.000', '')
}
