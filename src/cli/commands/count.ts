import { count } from 'septet'
import { summary } from '../screen/words'
import { createTextCommand } from './text-command'

export const defineCount = createTextCommand({
  examples: [
    ['septet count "Hello, world"', 'one text'],
    ['septet count --json < message.txt', 'as JSON'],
    ['septet count --lines < messages.txt', 'one message a line'],
    ['septet count --encoding gsm-7 --replacement "?" "Ça va"', 'GSM-7 at any price'],
  ],
  octets: false,
  block: false,
  compute: count,
  show: (text, options) => `${summary(count(text, options))}\n`,
})
