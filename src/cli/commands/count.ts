import { count } from 'septet'
import { addProfile, createProfileOption, listWarnings, type ProfileFlags, readProfile } from '../profile'
import { createRcsOption, type RcsFlags, readRcs } from '../rcs'
import { formatRcs, summarize } from '../screen/words'
import { createTextCommand } from './text-command'

type CountFlags = ProfileFlags & RcsFlags

export const defineCount = createTextCommand<CountFlags>({
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
    const counted = count(text, addProfile(options, named))
    const rcs = readRcs(text, flags)
    return {
      ...counted,
      ...(rcs && { rcs }),
      ...(named && { warnings: listWarnings(text, counted, named) }),
    }
  },
  show(text, options, _, flags) {
    const named = readProfile(flags)
    const counted = count(text, addProfile(options, named))
    const rcs = readRcs(text, flags)
    return `${[summarize(counted), ...(rcs ? [formatRcs(rcs)] : []), ...(named ? listWarnings(text, counted, named) : [])].join(' · ')}\n`
  },
})
