import type { Notices } from '../notices'

/** LF ~~~ LF; CR LF is accepted too. The first separator splits. */
const SEPARATOR = /\r?\n~~~\r?\n/

/** Splits a text from the comment after it. The service keeps the comment for the sender, and does not send it. */
export function splitComment(
  mes: string,
  argument: string,
  notices: Notices,
): { text: string; comment: string | undefined } {
  const literal = mes.indexOf('\\n~~~\\n')
  if (literal >= 0) {
    const place = { argument, value: '\\n~~~\\n', offset: literal }
    notices.warn(
      'literal-separator',
      place,
      () => 'backslashes and letters, no line feeds: what follows is sent, and no comment',
    )
  }
  const found = SEPARATOR.exec(mes)
  return found
    ? { text: mes.slice(0, found.index), comment: mes.slice(found.index + found[0].length) }
    : { text: mes, comment: undefined }
}
