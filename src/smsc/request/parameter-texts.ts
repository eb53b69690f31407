import { SeptetError } from 'septet'
import type { Members } from '../../arguments'
import { viewOctets } from './forms'
import { isOn, readText } from './parameter-values'

/** Whether `mes` and `list` are octets. */
export function isOctets({ bin }: Members): boolean {
  return isOn('bin', bin)
}

/** The parameters as strings. Those that are not given are left out. */
export function readTexts(members: Members): [name: string, text: string][] {
  const isMultiline = isOn('nl', members.nl)
  const present = Object.entries(members).filter(([, value]) => value !== undefined && value !== null)
  return present.map(([name, value]) => {
    const octets = name === 'mes' ? viewOctets('request.mes', value) : undefined
    if (octets)
      throw new SeptetError('invalid-type', 'request.mes', value, 'may be octets with bin=1 alone; else give a text')
    return [name, readText(name, value, isMultiline)]
  })
}
