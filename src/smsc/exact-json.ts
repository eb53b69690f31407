/** A number after its name. Between two quotes that are no name there is never a colon after the second. */
const NUMBER = /"([^"\\]{1,40})"\s*:\s*(-?\d+(?:\.\d+)?)(?=\s*[,}\]])/g

/**
 * JSON whose numbers are texts: a sum or an id may have more digits than a JavaScript number holds, and `1.40` is not `1.4`.
 *
 * @throws {SyntaxError} no JSON
 */
export function parseExactly(json: string): unknown {
  return JSON.parse(json.replace(NUMBER, '"$1":"$2"'))
}
