import type { LetterTable } from '../types'

/**
 * Greek in the capitals of the GSM 7-bit default alphabet, as phones and operators write it: letters that look Latin are Latin capitals,
 * the others the ten Greek capitals of TS 23.038 6.2.1. Accents and diaereses go.
 *
 * @see 3GPP TS 23.038 6.2.1
 * @example
 * transliterate('Καλησπέρα', { table: greekCapitals }) // 'KAΛHΣΠEPA'
 */
// biome-ignore format: several letters a row.
export const greekCapitals: LetterTable = {
  α: 'A', ά: 'A', Α: 'A', Ά: 'A', β: 'B', Β: 'B', γ: 'Γ', Γ: 'Γ',
  δ: 'Δ', Δ: 'Δ', ε: 'E', έ: 'E', Ε: 'E', Έ: 'E', ζ: 'Z', Ζ: 'Z',
  η: 'H', ή: 'H', Η: 'H', Ή: 'H', θ: 'Θ', Θ: 'Θ', ι: 'I', ί: 'I',
  ϊ: 'I', ΐ: 'I', Ι: 'I', Ί: 'I', Ϊ: 'I', κ: 'K', Κ: 'K', λ: 'Λ',
  Λ: 'Λ', μ: 'M', Μ: 'M', ν: 'N', Ν: 'N', ξ: 'Ξ', Ξ: 'Ξ', ο: 'O',
  ό: 'O', Ο: 'O', Ό: 'O', π: 'Π', Π: 'Π', ρ: 'P', Ρ: 'P', σ: 'Σ',
  ς: 'Σ', Σ: 'Σ', τ: 'T', Τ: 'T', υ: 'Y', ύ: 'Y', ϋ: 'Y', ΰ: 'Y',
  Υ: 'Y', Ύ: 'Y', Ϋ: 'Y', φ: 'Φ', Φ: 'Φ', χ: 'X', Χ: 'X', ψ: 'Ψ',
  Ψ: 'Ψ', ω: 'Ω', ώ: 'Ω', Ω: 'Ω', Ώ: 'Ω',
}
