import { Argument, Command, type Option } from 'commander'
import { type Choices, readChoices } from '../options/typed'
import type { Shell } from '../shell'
import type { DefineCommand } from './define'

/** A command, and the function that defines it. */
export type Definition = readonly [name: string, about: string, define: DefineCommand]

/** `septet completion bash` or `zsh`: a script for the shell, made from the definitions of all commands. */
export function createCompletion(loadAll: () => Promise<readonly Definition[]>): DefineCommand {
  return (command, shell) => {
    command
      .description(`${command.summary()}.`)
      .addArgument(new Argument('<shell>', 'the shell').choices(['bash', 'zsh']))
      .addHelpText(
        'after',
        '\nIn ~/.bashrc: eval "$(septet completion bash)"\nIn ~/.zshrc, after compinit: eval "$(septet completion zsh)"',
      )
      .action(async (name: 'bash' | 'zsh') => {
        const commands = (await loadAll()).map(([name, about, define]) => buildCommand(name, about, define, shell))
        shell.stdout.write(name === 'bash' ? writeBash(commands) : writeZsh(commands))
      })
  }
}

function buildCommand(name: string, about: string, define: DefineCommand, shell: Shell): Command {
  const command = new Command(name).summary(about)
  define(command, shell)
  return command
}

const listFlags = ({ long, short }: Option) => [long, short].filter((flag) => flag !== undefined)
const listOptions = ({ options }: Command) => options.filter(({ hidden }) => !hidden)

/** The flags of a command after which certain words are offered. */
function listChoices(command: Command): (Choices & { flags: string[] })[] {
  return listOptions(command).flatMap((option) => {
    const { words, isList } = readChoices(option.parseArg) ?? { words: option.argChoices, isList: false }
    // The shell would expand other characters.
    return words?.every((word) => /^[\w.,-]+$/.test(word)) ? [{ flags: listFlags(option), words, isList }] : []
  })
}

/** A `case` of the shell: for each command, the lines to run. */
function writeCase(commands: readonly Command[], of: (command: Command) => string): string {
  return commands.map((command) => `    ${command.name()}) ${of(command)} ;;`).join('\n')
}

/** The cases of a flag that is typed: what completes its words. */
function writeChoices(commands: readonly Command[], offer: (words: string, isList: boolean) => string): string {
  return commands
    .flatMap((command) =>
      listChoices(command).map(({ flags, words, isList }) => {
        const places = flags.map((flag) => `${command.name()}:${flag}`).join('|')
        return `    ${places}) ${offer(words.join(' '), isList)}; return ;;`
      }),
    )
    .join('\n')
}

function writeBash(commands: readonly Command[]): string {
  const names = commands.map((command) => command.name())
  const offer = (words: readonly string[] | string) => `_septet_offer '' '${[words].flat().join(' ')}'`
  // Names that are typed already, to the last comma, stay before the one that is completed.
  const offerChoices = (words: string, isList: boolean) => (isList ? `_septet_offer "$list" '${words}'` : offer(words))
  return `# septet, for bash
_septet_offer() { COMPREPLY=($(compgen -P "$1" -W "$2" -- "\${word#"$1"}")); }
_septet() {
  local word="\${COMP_WORDS[COMP_CWORD]}" before="\${COMP_WORDS[COMP_CWORD - 1]}" command="\${COMP_WORDS[1]}" list=''
  if [ "$COMP_CWORD" -eq 1 ]; then
    ${offer([...names, 'completion', 'help', '--help', '--version'])}
    return
  fi
  # bash takes --flag=word as three words.
  if [ "$word" = = ]; then word=''; elif [ "$before" = = ]; then before="\${COMP_WORDS[COMP_CWORD - 2]}"; fi
  case "$word" in *,*) list="\${word%,*}," ;; esac
  case "$command:$before" in
${writeChoices(commands, offerChoices)}
    completion:*) ${offer('bash zsh')}; return ;;
    help:*) ${offer([...names, 'completion'])}; return ;;
  esac
  [ "\${word:0:1}" = - ] || return
  case "$command" in
${writeCase(commands, (command) => offer([...listOptions(command).flatMap(listFlags), '--help']))}
    completion) ${offer('--help')} ;;
  esac
}
complete -o default -F _septet septet
`
}

/** An entry that zsh reads as one word. A colon separates it from its description. */
const describeEntry = (name: string, about: string) => `'${name}:${about.replaceAll("'", '’').replaceAll(':', '\\:')}'`

const HELP = describeEntry('--help', 'print this help')

function writeZsh(commands: readonly Command[]): string {
  const options = (command: Command) =>
    listOptions(command).flatMap((option) => listFlags(option).map((flag) => describeEntry(flag, option.description)))
  const names = commands.map((command) => describeEntry(command.name(), command.summary()))
  // Names that are typed already, to the last comma, stay before the one that is completed.
  const offerChoices = (words: string, isList: boolean) =>
    isList ? `compset -P '*,'; compadd -- ${words}` : `compadd -- ${words}`
  return `#compdef septet
_septet() {
  local -a commands options
  local before="$words[CURRENT-1]"
  commands=(${names.join(' ')} 'completion:Print this script' 'help:Explain a command')
  options=(${HELP} '--version:print the version')
  if (( CURRENT == 2 )); then
    if [[ $words[2] == -* ]]; then _describe option options; else _describe command commands; fi
    return
  fi
  # --flag=word is one word.
  if [[ $words[CURRENT] == --*=* ]]; then before="\${words[CURRENT]%%=*}"; compset -P '*='; fi
  case "$words[2]:$before" in
${writeChoices(commands, offerChoices)}
    completion:*) compadd -- bash zsh; return ;;
    help:*) _describe command commands; return ;;
  esac
  case $words[2] in
${writeCase(commands, (command) => `options=(${[...options(command), HELP].join(' ')})`)}
  esac
  if [[ $words[CURRENT] == -* ]]; then _describe option options; else _files; fi
}
# From a folder of $fpath, zsh runs this file at the first key.
if [[ $funcstack[1] == _septet ]]; then _septet "$@"; else compdef _septet septet; fi
`
}
