// TS 23.040 9.2.2: the six TPDUs and their fields as a caller gives them to be written.
import type { Address, Meaning, NumberPlan, NumberType, RelativeValidity, Time, Validity } from './fields/field-types'
import type { Tpdu } from './types'

/**
 * An address to write: a number as a person dials it (with `+` it is international, otherwise its type is unknown), or
 * its parts. `octets` are used where they mean the same as the other members.
 */
export type AddressInput = string | { value: string; type?: NumberType; plan?: NumberPlan; octets?: Uint8Array }

/** A time to write. A Date is written in GMT. `octets` are used where they mean the same as the other members. */
export type TimeInput = Date | { local: string; offsetMinutes: number | null; octets?: Uint8Array; date?: Date }

/** A validity period to write. `octets` are used where they mean the same as the other members. */
export type ValidityInput =
  | RelativeValidity
  | { format: 'absolute'; time: TimeInput }
  | { format: 'enhanced'; singleShot?: boolean; minutes?: number; seconds?: number; octets?: Uint8Array }

/** The type of a member where a TPDU is written. */
export type InputOf<Member> = Member extends Address
  ? AddressInput
  : Member extends Time
    ? TimeInput
    : Member extends Validity
      ? ValidityInput
      : Member extends Meaning
        ? number | { code: number }
        : Member extends boolean
          ? boolean
          : Member

/** Members that may be left out where a TPDU is written: flags that are not set, and optional fields. */
type Optional<Shape> = {
  [Member in keyof Shape]-?: undefined extends Shape[Member] ? Member : Shape[Member] extends boolean ? Member : never
}[keyof Shape]

/** A TPDU to write. Flags that are not set may be left out, and values have shorter forms. */
export type TpduInput<Shape extends Tpdu = Tpdu> = Shape extends Tpdu
  ? { [Member in Exclude<keyof Shape, Optional<Shape>>]: InputOf<Shape[Member]> } & {
      [Member in Optional<Shape>]?: InputOf<Shape[Member]>
    }
  : never
