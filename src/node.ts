// What Node takes for `import 'septet'`. To parse the library takes a process 3.5 ms (Node 20), which is due at the first
// call here, not at the import; and what is loaded is the CommonJS copy, so that `import` and `require` share one core.
import { createRequire } from 'node:module'
import type * as Library from './index'

export { SeptetError, UnencodableError } from './errors'

type Functions = Omit<typeof Library, 'SeptetError' | 'UnencodableError'>

export let count = later('count')
export let segment = later('segment')
export let encode = later('encode')
export let encodeInto = later('encodeInto')
export let decode = later('decode')
export let read = later('read')
export let inspect = later('inspect')
export let transliterate = later('transliterate')
export let smartEncode = later('smartEncode')
export let encodeHeader = later('encodeHeader')
export let decodeHeader = later('decodeHeader')
export let parseBinary = later('parseBinary')
export let formatBinary = later('formatBinary')
export let encodeBinary = later('encodeBinary')
export let formatText = later('formatText')
export let toHex = later('toHex')
export let fromHex = later('fromHex')
export let encodeServiceIndication = later('encodeServiceIndication')
export let decodeServiceIndication = later('decodeServiceIndication')
export let encodeServiceLoading = later('encodeServiceLoading')
export let decodeServiceLoading = later('decodeServiceLoading')
export let encodeWapPush = later('encodeWapPush')
export let decodeWapPush = later('decodeWapPush')
export let parsePush = later('parsePush')
export let countMany = later('countMany')
export let countUtf8 = later('countUtf8')
export let utf8Window = later('utf8Window')
export let engine = later('engine')
export let init = later('init')

let library: Functions | undefined

/** Stands for a function until the first call of any; from then on each name is the library's own function. */
function later<Name extends keyof Functions>(name: Name): Functions[Name] {
  const call = (...given: Parameters<Functions[Name]>) => (load()[name] as (...given: unknown[]) => unknown)(...given)
  return call as Functions[Name]
}

function load(): Functions {
  if (library !== undefined) return library
  library = createRequire(import.meta.url)('./index.cjs') as Functions
  ;({ count, segment, encode, encodeInto, decode, read, inspect, transliterate, smartEncode } = library)
  ;({ encodeHeader, decodeHeader, parseBinary, formatBinary, encodeBinary, formatText, toHex, fromHex } = library)
  ;({ encodeServiceIndication, decodeServiceIndication, encodeServiceLoading, decodeServiceLoading } = library)
  ;({ encodeWapPush, decodeWapPush, parsePush, countMany, countUtf8, utf8Window, engine, init } = library)
  return library
}
