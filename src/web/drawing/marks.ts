import type { ScaleLinear, ScaleTime } from 'd3-scale'
import { numberText } from '#faces/numbers.ts'

/** The marks of an axis. Each stands for `origin` + its number · 10^`power`, so that few digits are written. */
export interface Marks {
  readonly at: readonly number[]
  readonly labels: readonly string[]
  readonly origin: number
  readonly power: number
}

/** Marks that differ in the seventh digit only are written as differences from one of them. */
const mostDigits = 6

export function marksOn(scale: ScaleLinear<number, number>, about: number): Marks {
  const at = scale.ticks(about)
  const step = at.length > 1 ? Math.abs((at[1] ?? 0) - (at[0] ?? 0)) : 1
  const stepPower = exponent(step)
  const greatest = exponent(Math.max(...at.map(Math.abs), step))
  const origin = greatest - stepPower + 1 > mostDigits ? (at[Math.floor((at.length - 1) / 2)] ?? 0) : 0
  const shown = origin === 0 ? greatest : exponent(Math.max(...at.map((x) => Math.abs(x - origin)), step))
  const power = shown < -3 || shown > 5 ? 3 * Math.floor(shown / 3) : 0
  const decimals = Math.max(0, power - stepPower)
  const labels = at.map((x) => {
    const text = numberText(plain(((x - origin) / 10 ** power).toFixed(decimals)))
    return origin !== 0 && x > origin ? `+${text}` : text
  })
  return { at, labels, origin: origin === 0 ? 0 : Number(origin.toPrecision(15)), power }
}

/** The exponent of the leading digit; a step such as 0.30000000000000004 is 3 · 10^-1. */
const exponent = (x: number): number => (x === 0 ? 0 : Math.floor(Math.log10(x) + 1e-9))

const plain = (text: string): string => (Number(text) === 0 ? text.replace('-', '') : text)

/** What the axis shows, as a quotient of quantity and unit (ISO 80000-1, 7.1.4): `(m − 10 000 g) / (10⁻³ g)`. */
export function captionOf(
  quantity: string,
  unit: string,
  { origin, power }: Pick<Marks, 'origin' | 'power'>,
): string {
  const unitOf = unit === '1' ? '' : unit
  const from = `${numberText(String(origin))}${unitOf === '' ? '' : `\u00a0${unitOf}`}`
  const numerator = origin === 0 ? quantity : `(${quantity} − ${from})`
  const ten = power === 0 ? '' : numberText(`1e${power}`).replace(/^1.×./, '')
  const denominator = [ten, unitOf].filter((each) => each !== '').join('\u00a0')
  if (denominator === '') return numerator
  return `${numerator} / ${denominator.includes('\u00a0') || denominator.includes('/') ? `(${denominator})` : denominator}`
}

const day = 86_400_000

/** Days as they are written everywhere (ISO 8601): years where the marks are years, else months or days. */
export function dayMarks(scale: ScaleTime<number, number>, about: number): { at: Date; label: string }[] {
  const at = scale.ticks(about)
  const apart = at.length > 1 ? Number(at[1]) - Number(at[0]) : 0
  const digits = apart > 360 * day ? 4 : apart > 27 * day ? 7 : 10
  return at.map((each) => ({ at: each, label: each.toISOString().slice(0, digits) }))
}
