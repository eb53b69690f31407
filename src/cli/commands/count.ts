import { count } from 'septet'
import { createProfileOption, type ProfileFlags, readProfile, warningsOf, withProfile } from '../profile'
import { createRcsOption, type RcsFlags, readRcs } from '../rcs'
import { rcsWords, summary } from '../screen/words'
import { createTextCommand } from './text-command'

type Flags = ProfileFlags & RcsFlags

export const defineCount = createTextCommand<Flags>({
  examples: [
    ['septet count "Hello, world"', 'one text'],
    ['septet count --json < message.txt', 'as JSON'],
    ['septet count --lines < messages.txt', 'one message a line'],
    ['septet count --encoding gsm-7 --replacement "?" "Ça va"', 'GSM-7, with ? for other characters'],
    ['septet count --rcs us "Hello"', 'as an RCS message too'],
  ],
  flags: [createProfileOption(), createRcsOption()],
  octets: false,
  block: false,
  compute(text, options, flags) {
    const named = readProfile(flags)
    const counted = count(text, withProfile(options, named))
    const rcs = readRcs(text, flags)
    return {
      ...counted,
      ...(rcs && { rcs }),
      ...(named && { warnings: warningsOf(text, counted, named) }),
    }
  },
  show(text, options, _, flags) {
    const named = readProfile(flags)
    const counted = count(text, withProfile(options, named))
    const rcs = readRcs(text, flags)
    return `${[summary(counted), ...(rcs ? [rcsWords(rcs)] : []), ...(named ? warningsOf(text, counted, named) : [])].join(' · ')}\n`
  },
})
