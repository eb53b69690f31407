/** Runs in a fresh process: node first-call.mjs import|require FILE [EXPORT]. Prints nanoseconds: [until loaded, until the first result]. */

import { createRequire } from 'node:module'
import { pathToFileURL } from 'node:url'

const [kind, file, first] = process.argv.slice(2)
// 160 characters of GSM-7: a result that needs the core, and not only the first unit.
const text = 'Your table for two is booked for Friday at 19:30. '.repeat(4).slice(0, 160)
const require = createRequire(import.meta.url)

const start = process.hrtime.bigint()
const library = kind === 'import' ? await import(pathToFileURL(file).href) : require(file)
const loaded = process.hrtime.bigint()
const result = first === 'count' ? library.count(text) : first && new library.SegmentedMessage(text)
const called = process.hrtime.bigint()

const segments = result && (result.segmentsCount ?? result.segments)
if (result && segments !== 1) throw new Error(`${file} counts ${segments} segments instead of 1`)
console.log(JSON.stringify([Number(loaded - start), Number(called - start)]))
