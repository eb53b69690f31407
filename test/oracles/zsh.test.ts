import { spawnSync } from 'node:child_process'
import { mkdtempSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { printed } from '../support/command'
import { judgedBy } from './programs'

// zsh itself, in a terminal that zsh makes: each line is typed with a tab after it, and then zsh prints what the line has become.

const PRINT = '^X'

/** What the lines become when Tab is pressed at their ends. */
function complete(folder: string, load: string, lines: readonly string[]): string[] {
  const prepare = [
    `cd ${folder}; fpath=(${folder} $fpath); autoload -Uz compinit; compinit -D -u; ${load}`,
    'unsetopt list_ambiguous auto_list; print_line() { print -r -- "<$BUFFER>"; BUFFER=; }; zle -N print_line',
    `bindkey '${PRINT}' print_line`,
  ].join('; ')
  const script = `
    zmodload zsh/zpty
    zpty shell zsh -f -i
    zpty -w shell ${JSON.stringify(prepare).replaceAll('$', '\\$')}
    for line in "$@"; do
      zpty -w -n shell "$line"$'\t\x18'
      zpty -r shell seen "*<septet*>*"
      [[ $seen =~ '<(septet[^>]*)>' ]] && print -r -- "$match[1]"
    done
    zpty -d shell`
  const { stdout } = spawnSync('zsh', ['-f', '-c', script, 'zsh', ...lines], { encoding: 'utf8', timeout: 60_000 })
  return stdout.trimEnd().split('\n')
}

judgedBy(['zsh'], 'zsh', () => {
  test.each([
    ['from a file of .zshrc', 'source ./_septet'],
    ['from a folder of $fpath', ''],
  ])('completes commands, flags and words, %s', async (_, load) => {
    const folder = mkdtempSync(join(tmpdir(), 'septet-zsh-'))
    writeFileSync(join(folder, '_septet'), await printed(['completion', 'zsh']))
    writeFileSync(join(folder, 'campaign.csv'), '')
    const typed = {
      'septet est': 'septet estimate ',
      'septet --ver': 'septet --version ',
      'septet help trans': 'septet help transliterate ',
      'septet count --lin': 'septet count --lines ',
      'septet count --newline c': 'septet count --newline crlf ',
      'septet count --newline=c': 'septet count --newline=crlf ',
      'septet count --json --smart if-c': 'septet count --json --smart if-cheaper ',
      'septet count --languages turkish,hi': 'septet count --languages turkish,hindi ',
      'septet completion z': 'septet completion zsh ',
      'septet estimate cam': 'septet estimate campaign.csv',
    }
    expect(complete(folder, load, Object.keys(typed))).toEqual(Object.values(typed))
  })
})
