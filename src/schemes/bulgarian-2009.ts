import type { LetterTable } from '../types'

/**
 * Bulgarian as documents and road signs write it: the Transliteration Act of 2009 (State Gazette 19 of 13 March 2009). ия at the end
 * of a word is ia. The Act's exception, България as Bulgaria, is no matter of letters: this writes Balgaria.
 *
 * @see https://lex.bg/bg/laws/ldoc/2135623667
 * @example
 * transliterate('Щръклево', { table: bulgarian2009 }) // 'Shtraklevo'
 * transliterate('София', { table: bulgarian2009 }) // 'Sofia'
 */
// biome-ignore format: several letters a row.
export const bulgarian2009: LetterTable = {
  а: 'a', А: 'A', б: 'b', Б: 'B', в: 'v', В: 'V', г: 'g', Г: 'G',
  д: 'd', Д: 'D', е: 'e', Е: 'E', ж: 'zh', Ж: 'Zh', з: 'z', З: 'Z',
  и: 'i', И: 'I', й: 'y', Й: 'Y', к: 'k', К: 'K', л: 'l', Л: 'L',
  м: 'm', М: 'M', н: 'n', Н: 'N', о: 'o', О: 'O', п: 'p', П: 'P',
  р: 'r', Р: 'R', с: 's', С: 'S', т: 't', Т: 'T', у: 'u', У: 'U',
  ф: 'f', Ф: 'F', х: 'h', Х: 'H', ц: 'ts', Ц: 'Ts', ч: 'ch', Ч: 'Ch',
  ш: 'sh', Ш: 'Sh', щ: 'sht', Щ: 'Sht', ъ: 'a', Ъ: 'A', ь: 'y', Ь: 'Y',
  ю: 'yu', Ю: 'Yu', я: 'ya', Я: 'Ya', 'ия$': 'ia', 'Ия$': 'Ia', 'иЯ$': 'iA', 'ИЯ$': 'IA',
}
