import { SeptetError } from 'septet'
import { requireString } from '../../arguments'
import { Notices } from '../notices'
import { splitComment } from './comment'

/**
 * Adds a comment to a text. The service keeps the comment for the sender and does not send it.
 *
 * @param text the message
 * @param comment any text
 * @returns the parameter `mes`
 * @throws {SeptetError} 'invalid-type'; 'invalid-value': a text with the separator, so that a part of it would become
 * the comment
 * @example
 * withComment('Hello', 'order 15') // 'Hello\n~~~\norder 15'
 */
export function withComment(text: string, comment: string): string {
  const message = `${requireString('text', text)}\n~~~\n${requireString('comment', comment)}`
  const split = splitComment(message, 'text', new Notices())
  if (split.text === text && split.comment === comment) return message
  throw new SeptetError(
    'invalid-value',
    'text',
    text,
    'contains the separator that begins a comment',
    split.text.length,
  )
}
