import { count } from 'septet'
import type { Notices } from '../notices'

/** The most characters of a name, and the most digits of a number. */
const NAME = 11
const NUMBER = 15

/** Checks a sender: up to 11 printable ASCII characters of GSM-7 without extension characters, or up to 15 digits. */
export function checkSender(sender: string, argument: string, notices: Notices): void {
  // These values turn off the sender in the account's settings.
  if (sender === '' || sender === '.') return
  const place = { argument, value: sender }
  const wrong = findFault(sender)
  if (wrong) notices.fail(6, 'invalid-value', { ...place, offset: wrong.offset }, wrong.message, wrong.fault)
  else if (sender !== sender.trim()) {
    notices.warn('sender-spaces', place, () => 'begins or ends with a space, which no screen shows')
  }
}

function findFault(sender: string): { offset: number; message: string; fault?: string } | undefined {
  if (/^\d+$/.test(sender)) {
    return sender.length > NUMBER ? { offset: NUMBER, message: `has more than ${NUMBER} digits` } : undefined
  }
  for (const [offset, character] of [...sender].entries()) {
    if (isPlain(character)) continue
    return { offset, message: `${JSON.stringify(character)} is not allowed in a sender`, fault: 'not allowed' }
  }
  return sender.length > NAME ? { offset: NAME, message: `has more than ${NAME} characters` } : undefined
}

/** An ASCII character of one septet. */
function isPlain(character: string): boolean {
  if (!/^[ -~]$/.test(character)) return false
  const { encoding, units } = count(character)
  return encoding === 'GSM-7' && units === 1
}
