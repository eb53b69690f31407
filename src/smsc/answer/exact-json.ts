/** A number after its name. After a string that is not a name, there is never a colon. */
const NUMBER = /"([^"\\]{1,40})"\s*:\s*(-?\d+(?:\.\d+)?)(?=\s*[,}\]])/g

/**
 * Reads JSON with its numbers as texts: a sum or an id may have more digits than a JavaScript number, and `1.40` must
 * not become `1.4`.
 *
 * @throws {SyntaxError} not JSON
 */
export function parseExactly(json: string): unknown {
  return JSON.parse(json.replace(NUMBER, '"$1":"$2"'))
}
