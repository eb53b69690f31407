import { count as countText } from 'septet'
import type { TextCommand } from './text-command'
import { summary } from './words'

export const count: TextCommand = {
  name: 'count',
  about: 'Count the segments of a text and the units they take',
  examples: [
    ['septet count "Hello, world"', 'one text'],
    ['septet count --json < message.txt', 'as JSON'],
    ['septet count --lines < messages.txt', 'one message a line'],
    ['septet count --encoding gsm-7 --replacement "?" "Ça va"', 'GSM-7 at any price'],
  ],
  octets: false,
  block: false,
  answer: countText,
  show: (text, options) => `${summary(countText(text, options))}\n`,
}
