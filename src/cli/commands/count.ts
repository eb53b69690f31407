import { Option } from 'commander'
import { count, countRcs, type RcsOptions } from 'septet'
import { createWordReader } from '../options/typed'
import { createProfileOption, type ProfileFlags, readProfile, warningsOf, withProfile } from '../profile'
import { rcsWords, summary } from '../screen/words'
import { createTextCommand } from './text-command'

type Flags = ProfileFlags & { rcs?: RcsOptions['market'] }

export const defineCount = createTextCommand<Flags>({
  examples: [
    ['septet count "Hello, world"', 'one text'],
    ['septet count --json < message.txt', 'as JSON'],
    ['septet count --lines < messages.txt', 'one message a line'],
    ['septet count --encoding gsm-7 --replacement "?" "Ça va"', 'GSM-7, with ? for other characters'],
    ['septet count --rcs us "Hello"', 'as an RCS message too'],
  ],
  flags: [
    createProfileOption(),
    new Option('--rcs <market>', 'what it costs as an RCS message too: us, or other').argParser(
      createWordReader('us', 'other'),
    ),
  ],
  octets: false,
  block: false,
  compute(text, options, flags) {
    const named = readProfile(flags)
    const counted = count(text, withProfile(options, named))
    return {
      ...counted,
      ...(flags.rcs && { rcs: countRcs(text, { market: flags.rcs }) }),
      ...(named && { warnings: warningsOf(text, counted, named) }),
    }
  },
  show(text, options, _, flags) {
    const named = readProfile(flags)
    const counted = count(text, withProfile(options, named))
    const rcs = flags.rcs ? [rcsWords(countRcs(text, { market: flags.rcs }))] : []
    return `${[summary(counted), ...rcs, ...(named ? warningsOf(text, counted, named) : [])].join(' · ')}\n`
  },
})
