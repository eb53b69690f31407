// TS 23.038 6.2.1.1 and 6.2.3: user data as text.
import type { Tables } from './languages'
import { start } from './text'
import { copyOut } from './window'

/**
 * The text of septets `first` to `end`. Packed, they count from the start of the user data, as TP-UDL does; else each is an octet.
 */
export function decodeGsm7(
  userData: Uint8Array,
  first: number,
  end: number,
  isPacked: boolean,
  { locking, single }: Tables,
): string {
  const engine = start()
  if (userData.length > 0) engine.octets.set(userData)
  return copyOut(engine, engine.core.decodeGsm7(first, end, isPacked ? 1 : 0, locking, single))
}

/** The text of octets `first` to `end`, two a unit, high octet first. */
export function decodeUcs2(userData: Uint8Array, first: number, end: number): string {
  const engine = start()
  if (userData.length > 0) engine.octets.set(userData)
  return copyOut(engine, engine.core.decodeUcs2(first, end))
}
