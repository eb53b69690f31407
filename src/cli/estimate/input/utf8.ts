/** What is wrong with a row whose text is in another charset. */
export const NOT_UTF8 = 'not utf-8; see --charset'
