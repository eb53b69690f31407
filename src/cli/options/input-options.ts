import { Option } from 'commander'
import { CHARSETS } from '../../charsets'
import { createWordReader } from './typed'

/** How standard input is read: see InputFlags. */
export function createInputOptions(): Option[] {
  return [
    new Option('--charset <name>', `charset of standard input: ${CHARSETS.join(', ')}`)
      .argParser(createWordReader(...CHARSETS))
      .default('utf-8'),
    new Option('--lines', 'each line of standard input is a message').conflicts('keepNewline'),
    new Option('--keep-newline', 'the last line end of standard input belongs to the message'),
  ]
}
