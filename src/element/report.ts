// What the author of a page is told.

/** Tells the author of a page of a fault that the author can mend. */
export type Report = (message: string) => void

/** Makes a function that writes to the console, each message once. */
export function createReport(): Report {
  const said = new Set<string>()
  return (message) => {
    if (said.has(message)) return
    said.add(message)
    console.error(`<sms-counter>: ${message}`)
  }
}
