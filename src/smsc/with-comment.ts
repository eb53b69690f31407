import { SeptetError } from 'septet'
import { requireString } from '../arguments'
import { splitComment } from './comment'
import { Notices } from './notices'

/**
 * A text with a comment, which the service keeps for the sender and does not send.
 *
 * @param text the message
 * @param comment anything
 * @returns the parameter `mes`
 * @throws {SeptetError} 'invalid-type'; 'invalid-value': a text that would itself be split, so that part of it were the comment
 * @example
 * withComment('Hello', 'order 15') // 'Hello\n~~~\norder 15'
 */
export function withComment(text: string, comment: string): string {
  const message = `${requireString('text', text)}\n~~~\n${requireString('comment', comment)}`
  const split = splitComment(message, 'text', new Notices())
  if (split.text === text && split.comment === comment) return message
  throw new SeptetError('invalid-value', 'text', text, 'has what begins a comment in it', split.text.length)
}
