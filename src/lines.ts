/** Counts the line feeds of a text before `end`. */
export function countLineFeeds(text: string, end = text.length): number {
  let feeds = 0
  for (let at = text.indexOf('\n'); at >= 0 && at < end; at = text.indexOf('\n', at + 1)) feeds++
  return feeds
}
