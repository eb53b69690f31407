import type { LetterTable } from '../types'

/**
 * Russian as passports write names: ICAO Doc 9303, Machine Readable Travel Documents, part 3, section 6, table B.
 *
 * @see https://www.icao.int/publications/doc-series/doc-9303
 * @example
 * transliterate('Юлия Подъячева', { table: icao9303 }) // 'Iuliia Podieiacheva'
 */
// biome-ignore format: several letters a row.
export const icao9303: LetterTable = {
  а: 'a', А: 'A', б: 'b', Б: 'B', в: 'v', В: 'V', г: 'g', Г: 'G',
  д: 'd', Д: 'D', е: 'e', Е: 'E', ё: 'e', Ё: 'E', ж: 'zh', Ж: 'Zh',
  з: 'z', З: 'Z', и: 'i', И: 'I', й: 'i', Й: 'I', к: 'k', К: 'K',
  л: 'l', Л: 'L', м: 'm', М: 'M', н: 'n', Н: 'N', о: 'o', О: 'O',
  п: 'p', П: 'P', р: 'r', Р: 'R', с: 's', С: 'S', т: 't', Т: 'T',
  у: 'u', У: 'U', ф: 'f', Ф: 'F', х: 'kh', Х: 'Kh', ц: 'ts', Ц: 'Ts',
  ч: 'ch', Ч: 'Ch', ш: 'sh', Ш: 'Sh', щ: 'shch', Щ: 'Shch', ъ: 'ie', Ъ: 'Ie',
  ы: 'y', Ы: 'Y', ь: '', Ь: '', э: 'e', Э: 'E', ю: 'iu', Ю: 'Iu',
  я: 'ia', Я: 'Ia',
}
