import { requireMembers } from '../arguments'

/** The check of each option's value. */
type OptionChecks = Readonly<Record<string, (argument: string, value: unknown) => unknown>>

/**
 * The options that are given, after their checks.
 * @throws {SeptetError} 'invalid-type', 'invalid-value', 'unknown-option'
 */
export function checkOptions(options: unknown, checks: OptionChecks): object {
  const members = options === undefined ? {} : requireMembers('options', options, Object.keys(checks))
  return Object.fromEntries(
    Object.entries(checks)
      .map(([name, check]) => [name, members[name], check] as const)
      .filter(([, value]) => value !== undefined)
      .map(([name, value, check]) => [name, check(`options.${name}`, value)]),
  )
}
