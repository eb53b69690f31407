// What the element needs of the library, and nothing else, so that a page loads little. Options that no attribute gives, and the
// checks of options, are left out: each attribute has been checked.
import { copyMembers } from '../../arguments'
import { createTransliteration, rewriteText } from '../../core/rewriting'
import { countBy } from '../../text/count'
import { createSend, listForeignCodePoints, listForeignWishes, type Wish } from '../../text/foreign-advice'
import { listForeign } from '../../text/inspect'
import { buildPlan, type Checked, type Plan } from '../../text/options'
import { rewrite } from '../../text/rewrite'
import { segmentBy } from '../../text/segment'
import type { Count, ForeignCharacter, Segmentation, SmartEncoding, TextOptions } from '../../types'

/** Options of `count` that an attribute gives. */
export type CounterOptions = Pick<TextOptions, 'newline' | 'encoding' | 'referenceBits'>

/** As `count` of the library. */
export function count(text: string, options: CounterOptions): Count {
  return countBy(text, createPlan(options))
}

/** As `segment` of the library. */
export function segment(text: string, options: CounterOptions): Segmentation {
  return segmentBy(text, createPlan(options))
}

/** As `inspect(text).characters` of the library. */
export function listCharacters(text: string): ForeignCharacter[] {
  const plan = createPlan({})
  return listForeign(rewrite(text, plan), plan).characters
}

/** A text in Latin letters, as `transliterate` of the library makes it. */
export function transliterate(text: string, scheme: 'translit' | 'volapuk'): string {
  return rewriteText(text, createTransliteration(scheme === 'translit' ? 1 : 2, []))
}

/** As `smartEncode` of the library. */
export function smartEncode(text: string): string {
  return rewrite(text, createPlan({ smartEncoding: { policy: 'always' } })).text
}

/** A text that is GSM-7, because characters of it were replaced or left out. */
export interface Advice {
  readonly how: 'drop' | 'smart-encoding+drop' | 'replace' | 'replace+drop'
  /** What is left out; where nothing is, what is replaced. */
  readonly characters: readonly string[]
  readonly text: string
}

/** What `inspect(text).alternatives` of the library has to drop or to replace, that which changes least first. */
export function* listAdvice(text: string): Generator<Advice> {
  const send = createSend(text, createPlan)
  const asIs = send({})!
  if (listForeignCodePoints(asIs).length === 0) return
  for (const wish of listForeignWishes(asIs, {}, send)) {
    const sent = isAdvice(wish) ? send(wish.options) : undefined
    if (sent?.count.encoding !== 'GSM-7' || sent.text.trim() === '') continue
    const { how, characters } = wish as Wish & Advice
    yield { how, characters, text: sent.text }
  }
}

function isAdvice({ how }: Wish): boolean {
  return how.endsWith('drop') || how === 'replace'
}

/** What an attribute gives, and what advice is made by. */
type PlannedOptions = CounterOptions & Pick<TextOptions, 'replacement' | 'smartEncoding'>

/** The plan of options that need no check. */
function createPlan({ smartEncoding, ...options }: PlannedOptions): Plan {
  // What is read of them is their own, whatever somebody adds to Object.prototype.
  const checked: Checked = copyMembers(options)
  if (smartEncoding === undefined) return buildPlan(checked)
  const { policy = 'always', letters = false } = smartEncoding as SmartEncoding
  checked.smartEncoding = { policy, letters, rows: undefined }
  return buildPlan(checked)
}
