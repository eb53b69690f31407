// --profile: what a carrier takes, and the warning for a message that is longer.
import { Option } from 'commander'
import type { Count, TextOptions } from 'septet'
import { type Profile, type ProfileName, profiles } from '../profiles/index'
import { pluralize } from '../words'
import { createWordReader } from './options/typed'

/** A profile by its typed name. */
export interface NamedProfile {
  readonly name: string
  readonly profile: Profile
}

export interface ProfileFlags {
  profile?: ProfileName
}

export function createProfileOption(): Option {
  const names = Object.keys(profiles)
  return new Option('--profile <name>', `what a carrier or provider takes: ${names.join(', ')}`).argParser(
    createWordReader(...names),
  )
}

export function readProfile({ profile: name }: ProfileFlags): NamedProfile | undefined {
  return name && { name, profile: profiles[name] }
}

/** Adds the options of a profile to those that were typed, which win. */
export function addProfile(options: TextOptions, named: NamedProfile | undefined): TextOptions {
  return named === undefined ? options : { ...named.profile.options, ...options }
}

/** Lists the limits of a profile that a message exceeds. */
export function listWarnings(text: string, { segments }: Count, { name, profile }: NamedProfile): string[] {
  const { mostSegments, mostCharacters, concatenation } = profile
  const warnings: string[] = []
  if (mostSegments !== undefined && segments > mostSegments) {
    warnings.push(`longer than ${name} takes: ${pluralize(segments, 'segment')}, and ${mostSegments} is the most`)
  }
  if (mostCharacters !== undefined && text.length > mostCharacters) {
    warnings.push(`longer than ${name} takes: ${text.length} characters, and ${mostCharacters} is the most`)
  }
  if (concatenation === false && segments > 1) {
    warnings.push(`${name} does not join segments: it arrives as ${pluralize(segments, 'message')}`)
  }
  return warnings
}
