import { Option } from 'commander'

/** A flag, and the member of the library's options that it sets. */
export interface OptionRow {
  readonly member: string
  /** Such as `--class <0-3>`. */
  readonly flags: string
  readonly about: string
  /** Turns what was typed into what the library takes. It refuses with InvalidArgumentError. */
  readonly parse?: (typed: string) => unknown
  /** The value of a flag without an argument, if it is not `true`. */
  readonly value?: boolean
  /** Whether it changes only octets, never a count. */
  readonly octets?: true
}

export function createOption({ flags, about, parse, value }: OptionRow): Option {
  const option = new Option(flags, about)
  if (parse) option.argParser(parse)
  return value === undefined ? option : option.preset(value)
}

/** Returns the members that the flags set, by name. */
export function readMembers(rows: readonly OptionRow[], flags: Readonly<Record<string, unknown>>): object {
  const members = rows.map((row) => {
    const option = createOption(row)
    const value = flags[option.attributeName()]
    // commander sets the flag --no-x to true if it is not given.
    return [row.member, option.negate && value === true ? undefined : value]
  })
  return Object.fromEntries(members.filter(([, value]) => value !== undefined))
}

/** Finds the flag of a member: `--class` for `messageClass`. */
export function findFlag(rows: readonly OptionRow[], member: string): string | undefined {
  return rows.find((row) => row.member === member)?.flags.split(' ')[0]
}
