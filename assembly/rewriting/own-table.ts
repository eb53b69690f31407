// A caller's own transliteration table, whose rows come before those of a scheme. They are in OWN_ROWS, ascending by their letter.
//
// A row is ten units: the letter, the number of units that replace it (0 to 8), and those units.
import { OWN_ROW } from '../abi'
import { OWN_ROWS } from '../text-memory'

/** Octets of a row. */
const ROW: usize = 2 * OWN_ROW

/** The address of the row of `letter` among the first `rows`; 0 where it has none. */
export function ownRow(rows: i32, letter: i32): usize {
  let low = 0
  let high = rows
  while (low < high) {
    const middle = (low + high) >> 1
    const row = OWN_ROWS + <usize>middle * ROW
    const found: i32 = load<u16>(row)
    if (found === letter) return row
    if (found < letter) low = middle + 1
    else high = middle
  }
  return 0
}

/** Writes what replaces the letter of `row` to `to`. Returns its units. */
export function writeOwn(row: usize, to: usize): i32 {
  const units: i32 = load<u16>(row, 2)
  for (let index: usize = 0; index < (<usize>units) << 1; index += 2) store<u16>(to + index, load<u16>(row + index, 4))
  return units
}
