import { InvalidArgumentError } from 'commander'
import { countMany, type TextOptions } from 'septet'
import { MEASURES, type Measure } from '../../../text/measures'

const LANGUAGE = 'language-'

/** Reads the names of further measures, separated by commas. The names are those of `inspect`. */
export function readMeasureNames(typed: string, before: readonly string[] = []): string[] {
  const names = typed
    .toLowerCase()
    .split(',')
    .map((name) => {
      const how = name.trim()
      // The library knows which languages there are.
      if (how === 'newline-lf' || how.startsWith(LANGUAGE)) return how
      throw new InvalidArgumentError('It is newline-lf, language-turkish and the like, or several with commas.')
    })
  return [...before, ...names]
}

/** The measures of a report: the usual ones, and those that are named. @throws {SeptetError} an unknown language */
export function listMeasures(names: readonly string[], options: TextOptions): Measure[] {
  const usual = new Set(MEASURES.map(({ how }) => how))
  const others = [...new Set(names)].filter((how) => !usual.has(how)).map((how) => createMeasure(how, options))
  for (const { options: measure } of others) countMany([], { ...options, ...measure })
  return [...MEASURES, ...others]
}

function createMeasure(how: string, { languages = [] }: TextOptions): Measure {
  if (!how.startsWith(LANGUAGE)) return { how, options: { newline: 'lf' } }
  const more = how.slice(LANGUAGE.length) as Exclude<typeof languages, 'all'>[number]
  return { how, options: { languages: languages === 'all' ? languages : [...languages, more] } }
}
