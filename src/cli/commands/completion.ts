import { Argument, Command, type Option } from 'commander'
import { readChoices } from '../options/typed'
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
        '\nIn ~/.bashrc: eval "$(septet completion bash)"\nIn ~/.zshrc:  eval "$(septet completion zsh)"',
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
function listChoices(command: Command): { flags: string[]; words: readonly string[] }[] {
  return listOptions(command).flatMap((option) => {
    const words = readChoices(option.parseArg) ?? option.argChoices
    // The shell would expand other characters.
    return words?.every((word) => /^[\w.,-]+$/.test(word)) ? [{ flags: listFlags(option), words }] : []
  })
}

/** A `case` of the shell: for each command, the lines to run. */
function writeCase(commands: readonly Command[], of: (command: Command) => string): string {
  return commands.map((command) => `    ${command.name()}) ${of(command)} ;;`).join('\n')
}

function writeChoices(commands: readonly Command[], offer: (words: string) => string): string {
  return commands
    .flatMap((command) =>
      listChoices(command).map(({ flags, words }) => {
        const places = flags.map((flag) => `${command.name()}:${flag}`).join('|')
        return `    ${places}) ${offer(words.join(' '))}; return ;;`
      }),
    )
    .join('\n')
}

function writeBash(commands: readonly Command[]): string {
  const offer = (words: string) => `COMPREPLY=($(compgen -W '${words}' -- "$word"))`
  return `# septet, for bash
_septet() {
  local word="\${COMP_WORDS[COMP_CWORD]}" before="\${COMP_WORDS[COMP_CWORD - 1]}" command="\${COMP_WORDS[1]}"
  if [ "$COMP_CWORD" -eq 1 ]; then
    ${offer([...commands.map((command) => command.name()), 'completion', 'help', '--help', '--version'].join(' '))}
    return
  fi
  case "$command:$before" in
${writeChoices(commands, offer)}
    completion:*) ${offer('bash zsh')}; return ;;
  esac
  [ "\${word:0:1}" = - ] || return
  case "$command" in
${writeCase(commands, (command) => offer([...listOptions(command).flatMap(listFlags), '--help'].join(' ')))}
  esac
}
complete -o default -F _septet septet
`
}

/** An entry that zsh reads as one word. A colon separates it from its description. */
const describeEntry = (name: string, about: string) => `'${name}:${about.replaceAll("'", '’').replaceAll(':', '\\:')}'`

function writeZsh(commands: readonly Command[]): string {
  const options = (command: Command) =>
    listOptions(command).flatMap((option) => listFlags(option).map((flag) => describeEntry(flag, option.description)))
  return `#compdef septet
_septet() {
  local -a commands options
  commands=(${commands.map((command) => describeEntry(command.name(), command.summary())).join(' ')})
  if (( CURRENT == 2 )); then _describe command commands; return; fi
  case "$words[2]:$words[CURRENT-1]" in
${writeChoices(commands, (words) => `compadd -- ${words}`)}
    completion:*) compadd -- bash zsh; return ;;
  esac
  case $words[2] in
${writeCase(commands, (command) => `options=(${options(command).join(' ')})`)}
  esac
  if [[ $words[CURRENT] == -* ]]; then _describe option options; else _files; fi
}
compdef _septet septet
`
}
