import { Command, CommanderError } from 'commander'
import { version } from '../../package.json'
import type { Definition } from './commands/completion'
import type { DefineCommand } from './commands/define'
import { explain } from './explain'
import { formatExamples, presentHelp, USAGE_HINT } from './help'
import { showInvisible } from './screen/visible'
import type { Shell } from './shell'

interface Entry {
  about: string
  /** Each command is loaded only when it is named, so that it starts fast. */
  load(): Promise<DefineCommand>
}

const COMMANDS: Readonly<Record<string, Entry>> = {
  count: {
    about: 'Count the segments of a text and the units they take',
    load: async () => (await import('./commands/count')).defineCount,
  },
  segment: {
    about: 'Show the segments of a text, with the cuts marked',
    load: async () => (await import('./commands/segment')).defineSegment,
  },
  inspect: {
    about: 'Say what makes a text cost what it costs, and how to pay less',
    load: async () => (await import('./commands/inspect')).defineInspect,
  },
  transliterate: {
    about: 'Write a text in Latin letters: a filter for pipes',
    load: async () => (await import('./commands/transliterate')).defineTransliterate,
  },
  encode: {
    about: 'Make the octets of a text, for a modem or for SMPP',
    load: async () => (await import('./commands/encode')).defineEncode,
  },
  decode: {
    about: 'Read user data back into text',
    load: async () => (await import('./commands/decode')).defineDecode,
  },
  estimate: {
    about: 'Estimate what a campaign of many messages costs',
    load: async () => (await import('./estimate/command')).defineEstimate,
  },
  push: {
    about: 'Make the octets of a WAP push: a link with a title',
    load: async () => (await import('./commands/push')).definePush,
  },
  pdu: {
    about: 'Read a whole PDU, as a modem prints it',
    load: async () => (await import('./commands/pdu')).definePdu,
  },
  smsc: {
    about: 'Preview a request to the SMSC HTTP API, or read its answer',
    load: async () => (await import('./commands/smsc')).defineSmsc,
  },
  completion: {
    about: 'Print a script that completes what is typed in a shell',
    load: async () => (await import('./commands/completion')).createCompletion(loadOthers),
  },
}

/** Every command that can be completed, with its options. */
function loadOthers(): Promise<Definition[]> {
  const others = Object.entries(COMMANDS).filter(([name]) => name !== 'completion')
  return Promise.all(others.map(async ([name, { about, load }]): Promise<Definition> => [name, about, await load()]))
}

/**
 * Runs the command line.
 * @param argv the arguments after the name of the program
 * @returns the exit code: 0 done, 1 bad input, 2 bad usage
 * @throws {Error} a fault of the program, with its stack
 */
export async function run(argv: readonly string[], shell: Shell): Promise<number> {
  const words = expandHelp(argv)
  try {
    const program = await createProgram(words, shell)
    await program.parseAsync(words, { from: 'user' })
    return 0
  } catch (error) {
    if (error instanceof CommanderError) return error.exitCode === 0 ? 0 : 2
    const failure = explain(error)
    if (!failure) throw error
    shell.stderr.write(`septet: ${showInvisible(failure.message)}\n${failure.exitCode === 2 ? USAGE_HINT : ''}`)
    return failure.exitCode
  }
}

/** `help count` is `count --help`. For a name that is not a command, it says that the command is unknown. */
function expandHelp([first, name, ...rest]: readonly string[]): string[] {
  if (first !== 'help') return [first, name, ...rest].filter((word) => word !== undefined)
  if (name === undefined) return ['--help']
  return name in COMMANDS ? [name, '--help'] : [name]
}

/** The program with the names of all its commands, and the complete definition of the one that was named. */
async function createProgram(words: readonly string[], shell: Shell): Promise<Command> {
  const program = new Command('septet')
    .description('Text in, SMS out: what a message costs, where it is cut, and the octets the network carries.')
    .version(version, '-V, --version', 'print the version')
  presentHelp(program, shell)
  const named = words.find((word) => !word.startsWith('-'))
  for (const [name, { about, load }] of Object.entries(COMMANDS)) {
    const command = program.command(name).summary(about)
    if (name === named) (await load())(command, shell)
  }
  program.command('help [command]').summary('Explain a command')
  return program.helpCommand(false).addHelpText(
    'after',
    formatExamples([
      ['septet segment "Привет, мир"', 'the segments of a text'],
      ['septet count --lines --json < messages.txt', 'what each line costs'],
      ['septet encode --json "Hello" | septet decode', 'to octets and back'],
    ]),
  )
}
