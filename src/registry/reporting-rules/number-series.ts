import type { CertificateKindWord, NumberTemplate } from '#contract/types.ts'

/** What a laboratory without rules of its own gives: `LAB-2026-0007`. */
export const defaultTemplate = '{lab}-{year}-{sequence:4}'

/** A template with everything filled in but the count. */
export interface NumberSeries {
  /** By which it is counted. */
  readonly text: string
  readonly before: string
  readonly digits: number
  readonly after: string
}

export interface Filling {
  /** Code of the laboratory. */
  readonly lab: string
  /** The civil day of the issue, `2026-03-01`. */
  readonly day: string
}

const part = /\{(\w+)(?::(\d+))?\}/g
/** A number has at most 64 characters, and so may a code of a laboratory alone. */
const longestLab = 50
const longestNumber = 64
const mostDigits = 12
/** As `metrology/certificate-number.json` says. */
const wellFormed = /^[\p{L}\p{N}][\p{L}\p{N}._():+〔〕（）~-]*$/u

/** The template of the laboratory for a kind of certificate: the first that names it, else the first for all others. */
export const templateFor = (numbers: readonly NumberTemplate[], kind: CertificateKindWord): string =>
  (numbers.find(({ kinds }) => kinds?.includes(kind)) ?? numbers.find(({ kinds }) => kinds === undefined))
    ?.template ?? defaultTemplate

/** What is wrong with a template, in words; undefined where numbers can be made by it. */
export function faultOf(template: string, { lab, day }: Filling): string | undefined {
  const parts = [...template.matchAll(part)]
  const counts = parts.filter(([, name]) => name === 'sequence')
  if (counts.length !== 1) return 'It counts once: write {sequence:4} in one place'
  const digits = Number(counts[0]?.[2] ?? 1)
  if (digits < 1 || digits > mostDigits) return `{sequence:n} has 1 to ${mostDigits} digits`
  const unknown = parts.find(([, name = '', width]) => !isKnown(name, width))
  if (unknown) return `${unknown[0]} is not known: write {lab}, {year}, {month} or {sequence:n}`
  const rendered = numberIn(seriesOf(template, { lab, day }), 10 ** digits)
  if (!wellFormed.test(rendered)) return `${rendered} has a character that no number may have`
  return rendered.length > longestNumber ? `A number has at most ${longestNumber} characters` : undefined
}

const isKnown = (name: string, width: string | undefined): boolean =>
  name === 'sequence' || (width === undefined && ['lab', 'year', 'month'].includes(name))

export function seriesOf(template: string, { lab, day }: Filling): NumberSeries {
  const filled: Record<string, string> = {
    lab: lab.slice(0, longestLab),
    year: day.slice(0, 4),
    month: day.slice(5, 7),
  }
  const text = template.replaceAll(part, (whole, name: string) => filled[name] ?? whole)
  const [count = '', , digits = '1'] = [...text.matchAll(part)][0] ?? []
  const at = text.indexOf(count)
  return { text, before: text.slice(0, at), digits: Number(digits), after: text.slice(at + count.length) }
}

export const numberIn = ({ before, digits, after }: NumberSeries, count: number): string =>
  `${before}${String(count).padStart(digits, '0')}${after}`
