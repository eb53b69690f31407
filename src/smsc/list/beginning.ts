import { parsePhone } from '../../pricing/phone-number'
import type { PreviewPlan } from '../options'
import { loadNumbering } from '../phones/phones'

/** Digits of the shortest number. Fewer digits are a time, a price or a code. */
const SHORTEST = 7

/** Figures that are not phones, although many of them would be a number of some country. */
const FIGURES = [
  // Dates: 2025-12-31, 31.12.2025 and 31-12-25, 31 12 2025.
  /^\d{4}-\d\d?-\d\d?(?!\d)/,
  /^\d\d?([.-])\d\d?\1(?:\d\d){1,2}(?![\d.-])/,
  /^\d\d? \d\d? (?:19|20)\d\d(?!\d)/,
  // Sums in groups of three digits, spans of two numbers of four, decimals.
  /^\d{1,3}(?:\s\d{3}){1,2}$/,
  /^\d{4}-\d{4}$/,
  /^\d+\.\d+$/,
]

/**
 * Says how many of the entries before a colon are phones. In `12:30 is when we meet` the number has too few digits:
 * `'some'`.
 */
export function judgeLikeness(phones: string, plan: PreviewPlan): 'all' | 'some' | 'none' {
  const entries = phones.split(',').filter((entry) => entry.trim() !== '')
  const fitting = entries.filter((entry) => isGroup(entry) || isNumeric(entry)).length
  if (fitting === 0) return 'none'
  const [first = ''] = entries
  return fitting === entries.length && isRecipient(first, plan) ? 'all' : 'some'
}

/**
 * Whether a line may begin with this entry: a group, or a possible number. With `shortestPhone`, only the digits are
 * counted.
 */
function isRecipient(entry: string, plan: PreviewPlan): boolean {
  const { shortestPhone } = plan
  return isGroup(entry) || (shortestPhone === undefined ? isPhone(entry, plan) : countDigits(entry) >= shortestPhone)
}

function countDigits(entry: string): number {
  return entry.replace(/\D/g, '').length
}

function isPhone(entry: string, plan: PreviewPlan): boolean {
  if (countDigits(entry) < SHORTEST) return false
  const written = entry.trim()
  const phone = FIGURES.some((figures) => figures.test(written)) ? undefined : parsePhone(written, plan.correctPhones)
  return phone !== undefined && loadNumbering().isPossible(phone)
}

function isGroup(entry: string): boolean {
  return /^\s*G\d+\s*$/i.test(entry)
}

function isNumeric(entry: string): boolean {
  return /^[\d+\s().-]+$/.test(entry) && /\d/.test(entry)
}

/**
 * Finds what may be a number where a line, or a further number, may begin. It contains no line feed, so it takes linear
 * time.
 */
const BEGINNING = /(?:^|[,;\n])[^\S\n]*(G?\+?\d[\d+().\t\p{Zs}-]*)[:;]/giu

/** Finds the first number in a text of `list` that a colon or semicolon follows, as at the beginning of a line. */
export function findBeginning(text: string, plan: PreviewPlan): { value: string; offset: number } | undefined {
  for (const { 0: found, 1: entry, index } of text.matchAll(BEGINNING)) {
    if (!isGroup(entry!) && !isPhone(entry!, plan)) continue
    return { value: entry!.trim(), offset: index + found.lastIndexOf(entry!) }
  }
  return undefined
}
