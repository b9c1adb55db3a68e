import type { Column } from '../sheets/sheet.ts'

/** What a cell says, or that it cannot be told what it says. */
export type CellValue = { readonly value: unknown } | { readonly fault: 'decimal-comma' }

const yes = new Set(['true', 'yes', 'y', '是', '√'])
const no = new Set(['false', 'no', 'n', '否', '×'])

/** Dates are taken where the year comes first: nobody can say whether 03/04 is in March or in April. */
const yearFirst = /^(\d{4})(?:-|\/|\.|年)(\d{1,2})(?:-|\/|\.|月)(\d{1,2})日?$/u

/**
 * The member that a cell states. What cannot be read as it should is handed on as the text it is: the schema of the single operation
 * refuses it, in its own words and at its own place.
 */
export function cellValue(text: string, column: Column): CellValue {
  if (column.kind === 'decimal') return decimalOf(text)
  if (column.kind === 'integer') return { value: /^-?\d{1,15}$/.test(text) ? Number(text) : text }
  if (column.kind === 'date') return { value: dateOf(text) }
  if (column.kind === 'yes-no') return { value: yesNo(text) }
  if (column.kind === 'choice') return { value: chosen(text, column) }
  if (column.kind === 'list') return { value: listed(text, column) }
  return { value: text }
}

/** `1,5` is one and a half, or fifteen: it is refused, not guessed. */
const decimalOf = (text: string): CellValue =>
  /^[+-]?[\d\s.]*\d,\d[\d,.\s]*$/u.test(text) ? { fault: 'decimal-comma' } : { value: text }

function dateOf(text: string): string {
  const [, year, month = '', day = ''] = yearFirst.exec(text) ?? []
  return year === undefined ? text : `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`
}

function yesNo(text: string): boolean | string {
  const word = text.toLowerCase()
  if (yes.has(word)) return true
  return no.has(word) ? false : text
}

function chosen(text: string, { choices = [] }: Column): string {
  const word = text.toLowerCase()
  const found = choices.find(({ value, en, zh }) => [value, en.toLowerCase(), zh].includes(word))
  return found?.value ?? text
}

const listed = (text: string, column: Column): readonly string[] =>
  text
    .split(/[;；、]/u)
    .map((part) => part.trim())
    .filter((part) => part !== '')
    .map((part) => chosen(part, column))
