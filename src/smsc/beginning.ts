import { digitsOf } from '../pricing/phone-number'
import type { Plan } from './options'
import { readNumbering } from './phones'

/** Digits of the shortest number: fewer are a time, a price, a code. */
const SHORTEST = 7

/** Figures that are no phones, though read as a number many are one of some country. */
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

/** How much of what is before a colon is phones. `12:30 is when we meet` has too few digits there: some. */
export function judgeLikeness(phones: string, plan: Plan): 'all' | 'some' | 'none' {
  const entries = phones.split(',').filter((entry) => entry.trim() !== '')
  const fitting = entries.filter((entry) => isGroup(entry) || isNumeric(entry)).length
  if (fitting === 0) return 'none'
  const [first = ''] = entries
  return fitting === entries.length && isRecipient(first, plan) ? 'all' : 'some'
}

/** Whether a line may begin with it: a group, or a number that is possible. `shortestPhone` asks for no more than digits. */
function isRecipient(entry: string, plan: Plan): boolean {
  const { shortestPhone } = plan
  return isGroup(entry) || (shortestPhone === undefined ? isPhone(entry, plan) : digitsIn(entry) >= shortestPhone)
}

function digitsIn(entry: string): number {
  return entry.replace(/\D/g, '').length
}

function isPhone(entry: string, plan: Plan): boolean {
  if (digitsIn(entry) < SHORTEST) return false
  const written = entry.trim()
  const phone = FIGURES.some((figures) => figures.test(written)) ? undefined : digitsOf(written, plan.correctPhones)
  return phone !== undefined && readNumbering().isPossible(phone)
}

function isGroup(entry: string): boolean {
  return /^\s*G\d+\s*$/i.test(entry)
}

function isNumeric(entry: string): boolean {
  return /^[\d+\s().-]+$/.test(entry) && /\d/.test(entry)
}

/** What may be a number where a line, or another number of one, may have been meant to begin. No line feed in it: linear. */
const BEGINNING = /(?:^|[,;\n])[^\S\n]*(G?\+?\d[\d+().\t\p{Zs}-]*)[:;]/giu

/** The first number, in a text of `list`, that a colon or semicolon follows as if a line began there. */
export function beginningIn(text: string, plan: Plan): { value: string; offset: number } | undefined {
  for (const { 0: found, 1: entry, index } of text.matchAll(BEGINNING)) {
    if (!isGroup(entry!) && !isPhone(entry!, plan)) continue
    return { value: entry!.trim(), offset: index + found.lastIndexOf(entry!) }
  }
  return undefined
}
