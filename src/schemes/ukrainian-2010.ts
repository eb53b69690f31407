import type { LetterTable } from '../types'

/**
 * Ukrainian as passports and road signs write it: resolution 55 of the Cabinet of Ministers of 27 January 2010. Some letters differ at
 * the beginning of a word; зг is zgh, so that it is not read as zh; ь and an apostrophe inside a word are left out.
 *
 * @see https://zakon.rada.gov.ua/laws/show/55-2010-%D0%BF
 * @example
 * transliterate('Єнакієве', { table: ukrainian2010 }) // 'Yenakiieve'
 * transliterate('Знам’янка', { table: ukrainian2010 }) // 'Znamianka'
 */
// biome-ignore format: several letters a row.
export const ukrainian2010: LetterTable = {
  а: 'a', А: 'A', б: 'b', Б: 'B', в: 'v', В: 'V', г: 'h', Г: 'H',
  ґ: 'g', Ґ: 'G', д: 'd', Д: 'D', е: 'e', Е: 'E', є: 'ie', Є: 'Ie',
  ж: 'zh', Ж: 'Zh', з: 'z', З: 'Z', и: 'y', И: 'Y', і: 'i', І: 'I',
  ї: 'i', Ї: 'I', й: 'i', Й: 'I', к: 'k', К: 'K', л: 'l', Л: 'L',
  м: 'm', М: 'M', н: 'n', Н: 'N', о: 'o', О: 'O', п: 'p', П: 'P',
  р: 'r', Р: 'R', с: 's', С: 'S', т: 't', Т: 'T', у: 'u', У: 'U',
  ф: 'f', Ф: 'F', х: 'kh', Х: 'Kh', ц: 'ts', Ц: 'Ts', ч: 'ch', Ч: 'Ch',
  ш: 'sh', Ш: 'Sh', щ: 'shch', Щ: 'Shch', ь: '', Ь: '', ю: 'iu', Ю: 'Iu',
  я: 'ia', Я: 'Ia', '^є': 'ye', '^Є': 'Ye', '^ї': 'yi', '^Ї': 'Yi', '^й': 'y', '^Й': 'Y',
  '^ю': 'yu', '^Ю': 'Yu', '^я': 'ya', '^Я': 'Ya', зг: 'zgh', Зг: 'Zgh', зГ: 'zGH', ЗГ: 'ZGH',
  "-'-": '', '-’-': '', '-ʼ-': '',
}
