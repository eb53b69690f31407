// The little of node:fs that tests of the library read their vectors by, for those tests in a page: from the server, at once.
export function readFileSync(url: URL | string, encoding?: 'utf8'): string | Uint8Array {
  const request = new XMLHttpRequest()
  request.open('GET', url, false)
  // Each octet as the low half of a unit.
  request.overrideMimeType('text/plain; charset=x-user-defined')
  request.send()
  if (request.status !== 200) throw new Error(`${url}: ${request.status}`)
  const octets = Uint8Array.from(request.responseText, (unit) => unit.charCodeAt(0) & 0xff)
  return encoding === undefined ? octets : new TextDecoder().decode(octets)
}

export function existsSync(url: URL | string): boolean {
  const request = new XMLHttpRequest()
  request.open('HEAD', url, false)
  request.send()
  return request.status === 200
}
