import type { Amount, Preview, PreviewLine, Price, Recipient, RequestCheck, ServiceError, Warning } from 'septet/smsc'
import { pluralize, shorten } from '../../words'
import { formatBlock, type Row } from './rows'
import type { Screen } from './screen'

/** How many lines of a list, and numbers of a line, people are shown. --json has all. */
const SHOWN = 10

/** Writes the preview of a request, its warnings, and why the service would refuse it. */
export function formatPreview(
  preview: Preview,
  { errors, warnings }: RequestCheck,
  serviceErrors: Readonly<Record<number, Readonly<ServiceError>>>,
  screen: Screen,
): string {
  const { lines } = preview
  const rest = lines.length - SHOWN
  const blocks = [
    formatBlock(formatTotal(preview), [], screen),
    ...lines.slice(0, SHOWN).map((line) => formatBlock(formatLine(line, lines.length > 1), listLineRows(line), screen)),
    ...(rest > 0 ? [`... and ${pluralize(rest, 'line')} more: see --json\n`] : []),
  ]
  const rows: Row[] = [
    ...warnings.map((warning): Row => ['warning', formatWarning(warning)]),
    ...errors.map(({ service, message, count }): Row => {
      const answer = service === undefined ? undefined : serviceErrors[service]?.answer
      return [service === undefined ? 'error' : `error ${service}`, `${answer}: ${message}${formatTimes(count)}`]
    }),
  ]
  if (rows.length > 0) blocks.push(formatBlock('Checks', rows, screen))
  return blocks.join('')
}

/** Writes `3 parts in all, cost 4.20`. */
function formatTotal({ n, cost, lines, errors }: Preview): string {
  const isKnown = errors.every(({ code }) => code !== 'not-previewable')
  if (!isKnown && lines.every(({ encoding }) => encoding === undefined))
    return 'No SMS: what it costs is not known here'
  return `${formatParts(n)} in all${cost === undefined ? '' : `, cost ${formatPrice(cost)}`}`
}

function formatLine({ line, kind, encoding, parts, n, cost }: PreviewLine, isOfSeveral: boolean): string {
  const words = [
    ...(isOfSeveral ? [`line ${line}`] : []),
    kind,
    ...(encoding === undefined ? [] : [encoding]),
    `${formatParts(parts)} to each, ${formatAmount(n)} to all`,
    ...(cost === undefined ? [] : [`cost ${formatPrice(cost)}`]),
  ]
  return words.join(' · ')
}

function listLineRows({ text, dropped, comment, sender, tz, recipients }: PreviewLine): Row[] {
  const rows: Row[] = []
  if (text !== undefined) rows.push(['text', text])
  if (dropped !== undefined) rows.push(['cut off', pluralize(dropped, 'character')])
  if (comment !== undefined) rows.push(['comment', comment])
  if (sender !== undefined) rows.push(['sender', sender])
  if (tz !== undefined) rows.push(['time zone', tz])
  for (const recipient of recipients.slice(0, SHOWN)) rows.push(['to', formatRecipient(recipient)])
  const rest = recipients.length - SHOWN
  if (rest > 0) rows.push(['to', `... and ${rest} more: see --json`])
  return rows
}

const STATUS_WORDS: Readonly<Partial<Record<Recipient['status'], string>>> = {
  invalid: 'no such number',
  impossible: 'cannot be a number, and does not count',
}

function formatRecipient({ given, phone, status, size, cost }: Recipient): string {
  const words = [
    phone,
    ...(given === phone ? [] : [`given as ${given}`]),
    ...(status === 'group' ? [`${formatAmount(size)} numbers`] : []),
    ...(STATUS_WORDS[status] === undefined ? [] : [STATUS_WORDS[status]]),
    ...(cost === undefined ? [] : [formatPrice(cost)]),
  ]
  return words.join(' · ')
}

/** Characters of a place that a warning quotes, as an error quotes its path. */
const QUOTED = 80

function formatWarning({ argument, line, message, count }: Warning): string {
  const place = line === undefined ? argument : `${argument}, line ${line}`
  return `${shorten(place, QUOTED)}: ${nameFlags(message)}${formatTimes(count)}`
}

/** Options of a preview that are flags here. */
const FLAGS: readonly Row[] = [
  ['options.groups', '--group'],
  ['options.shortLink', '--short-link'],
  ['options.rates', '--rates'],
]

function nameFlags(message: string): string {
  return FLAGS.reduce((words, [option, flag]) => words.replaceAll(option, flag), message)
}

function formatTimes(count: number): string {
  return count === 1 ? '' : ` (${count} times)`
}

function formatParts(amount: Amount): string {
  return typeof amount === 'number' ? pluralize(amount, 'part') : `${formatAmount(amount)} parts`
}

/** Writes `2`, `1 to 3`, or `1 or more` if only the service knows how many. */
function formatAmount(amount: Amount): string {
  if (typeof amount === 'number') return `${amount}`
  const { min, max } = amount
  return max === Number.POSITIVE_INFINITY ? `${min} or more` : `${min} to ${max}`
}

function formatPrice(price: Price): string {
  if (typeof price === 'string') return price
  return price.max === 'Infinity' ? `${price.min} or more` : `${price.min} to ${price.max}`
}
