import { type Command, Option } from 'commander'
import type { AskedAnswer, PreviewOptions, Warning } from 'septet/smsc'
import { Failure } from '../failure'
import { formatExamples } from '../help'
import { readArgument } from '../input/argument'
import { readGroup, readInteger } from '../options/typed'
import { formatJson, write } from '../output'
import { createScreen } from '../screen/screen'
import type { Shell } from '../shell'

interface SmscFlags {
  file?: string
  rates?: string
  group?: readonly (readonly [name: string, size: number])[]
  shortLink?: number
  answer?: true
  status?: true
  fmt?: string
  cost?: string
  op?: true
  err?: true
  json?: true
}

export function defineSmsc(command: Command, shell: Shell): void {
  command
    .description(
      `${command.summary()} (smsc.ru, smsc.kz, smsc.ua and others): its parts, its cost, and what the service would refuse. ` +
        'Nothing is sent, and no password is printed.',
    )
    .argument('[request]', 'an address, a form or JSON; - or nothing: standard input')
    .optionsGroup('Preview options:')
    .option('--rates <file>', 'prices of a part by prefix of the number, JSON or CSV')
    .addOption(
      new Option('--group <name=size>', 'numbers in a group, such as G12=350; may be repeated').argParser(
        (typed: string, earlier: SmscFlags['group'] = []) => [...earlier, readGroup(typed)],
      ),
    )
    .addOption(new Option('--short-link <length>', 'characters of a link after tinyurl').argParser(readInteger))
    .optionsGroup('Answer options:')
    .option('--answer', 'read an answer of the service instead')
    .option('--status', 'read an answer about the status of messages, or what a callback was sent')
    .addOption(new Option('--fmt <digit>', 'what the request asked for').choices(['0', '1', '2', '3']))
    .addOption(new Option('--cost <digit>', 'the same').choices(['0', '1', '2', '3']))
    .option('--op', 'the same')
    .option('--err', 'the same')
    .optionsGroup('Input and output:')
    .option('--file <path>', 'what to read, in place of the argument')
    .option('--json', 'one JSON object')
    .addHelpText(
      'after',
      formatExamples([
        ['septet smsc "phones=79161234567&mes=Hello" --rates rates.json', 'what it costs'],
        ['septet smsc --json < request.json', 'everything, as JSON'],
        ['septet smsc --answer "1234,-7"', 'what an answer means'],
        ['septet smsc --status "20,1629046923,6"', 'what happened to a message'],
      ]),
    )
    .action((request: string | undefined, flags: SmscFlags) => runSmsc(request, flags, shell))
}

async function runSmsc(request: string | undefined, flags: SmscFlags, shell: Shell): Promise<void> {
  requireUsage(flags, flags.file === undefined && (request === undefined || request === '-'))
  const input = await readArgument(request, flags.file, shell)
  if (flags.answer) return runAnswer(decodeText(input), flags, shell)
  if (flags.status) return runStatus(decodeText(input), flags, shell)
  return runPreview(input, flags, shell)
}

const OF_PREVIEWS = ['rates', 'group', 'shortLink'] as const
const OF_ANSWERS = ['fmt', 'cost', 'op', 'err'] as const

function requireUsage(flags: SmscFlags, readsInput: boolean): void {
  const { answer, status, rates } = flags
  if (answer && status) throw new Failure('--answer and --status: one of them at a time', 2)
  const strange = answer ? OF_PREVIEWS : status ? [...OF_PREVIEWS, ...OF_ANSWERS] : OF_ANSWERS
  const strayFlag = strange.find((name) => flags[name] !== undefined)
  if (strayFlag !== undefined) {
    const flag = strayFlag === 'shortLink' ? 'short-link' : strayFlag
    const why = OF_ANSWERS.includes(strayFlag as 'fmt') ? 'is of an answer, and needs --answer' : 'is of a preview'
    throw new Failure(`--${flag}: ${why}`, 2)
  }
  if (rates === '-' && readsInput) throw new Failure('--rates: standard input is the request', 2)
}

function decodeText(input: string | Uint8Array): string {
  return typeof input === 'string' ? input : new TextDecoder().decode(input)
}

async function runPreview(request: string | Uint8Array, flags: SmscFlags, shell: Shell): Promise<void> {
  // Loaded here, because the other commands do not need it.
  const { checkRequest, preview, serviceErrors } = await import('septet/smsc')
  const { formatPreview } = await import('../screen/smsc-words')
  const options = await readPreviewOptions(flags, shell)
  const result = preview(request, options)
  const { errors, warnings } = checkRequest(request, options)
  const check = { errors, warnings: removeSecrets(warnings) }
  const text = flags.json
    ? formatJson({ ...result, ...check }, shell)
    : formatPreview(result, check, serviceErrors, createScreen(shell))
  await write(text, shell)
  if (errors.length > 0) throw new Failure('the service would refuse this request')
}

async function readPreviewOptions({ rates, group, shortLink }: SmscFlags, shell: Shell): Promise<PreviewOptions> {
  const options: PreviewOptions = {}
  if (group) options.groups = Object.fromEntries(group)
  if (shortLink !== undefined) options.shortLink = shortLink
  if (rates !== undefined) {
    const { readRates } = await import('../estimate/count/rates')
    const rows = await readRates(rates, shell)
    options.rates = Object.fromEntries(rows.map(([, prefix, price]) => [prefix, price as string]))
  }
  return options
}

/** Parameters that say who asks. A warning about them would quote a password. */
const SECRETS = ['login', 'psw', 'apikey', 'sha512', 'imgcode']

/** A parameter that the service does not have may be the rest of a password with & in it. */
const HIDDEN = '(a name)'

/** The warnings that do not quote a password. */
function removeSecrets(warnings: readonly Warning[]): Warning[] {
  const strange = warnings.filter(({ code }) => code === 'unknown-parameter')
  const hidden = new Set(strange.map(({ argument }) => argument))
  return warnings.map((warning) => {
    if (hidden.has(warning.argument)) return { ...warning, argument: HIDDEN, value: undefined }
    return SECRETS.includes(warning.argument) ? { ...warning, value: undefined } : warning
  })
}

async function runAnswer(body: string, flags: SmscFlags, shell: Shell): Promise<void> {
  const { parseAnswer, ...tables } = await import('septet/smsc')
  const { formatAnswer } = await import('../screen/answer-words')
  const { fmt, cost, op, err } = flags
  const asked: AskedAnswer = {
    ...(fmt === undefined ? {} : { fmt: Number(fmt) as 0 }),
    ...(cost === undefined ? {} : { cost: Number(cost) as 0 }),
    ...(op ? { op } : {}),
    ...(err ? { err } : {}),
  }
  const answer = parseAnswer(body, asked)
  if (flags.json) await write(formatJson(answer, shell), shell)
  if (answer.type === 'malformed') throw new Failure(`no answer of the service: ${answer.reason}`)
  if (!flags.json) await write(formatAnswer(answer, tables, createScreen(shell)), shell)
  if (asked.fmt !== undefined && asked.fmt !== answer.fmt) {
    throw new Failure(`the answer is one of fmt=${answer.fmt}, and fmt=${asked.fmt} was asked for`)
  }
}

async function runStatus(body: string, { json }: SmscFlags, shell: Shell): Promise<void> {
  const { parseStatus, ...tables } = await import('septet/smsc')
  const { formatStatus } = await import('../screen/answer-words')
  const states = parseStatus(body)
  const screen = createScreen(shell)
  await write(
    json ? formatJson(states, shell) : states.map((state) => formatStatus(state, tables, screen)).join('\n'),
    shell,
  )
}
