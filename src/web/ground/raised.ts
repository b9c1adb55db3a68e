import { html } from 'hono/html'
import type { Html } from './page-route.ts'

const shapes = '⁰¹²³⁴⁵⁶⁷⁸⁹'

/** A power of ten as `#faces/numbers.ts` writes it. */
const powerOfTen = /(?<=×\u202f10)([⁻⁰¹²³⁴-⁹]+)/

const plain = (exponent: string): string =>
  [...exponent].map((each) => (each === '⁻' ? '−' : String(shapes.indexOf(each)))).join('')

/**
 * A text in which powers of ten are raised by the page: not every typeface has a superscript minus. For where markup may
 * stand, which is neither in a title nor in a drawing.
 */
export function raised(text: string): Html | string {
  const parts = text.split(powerOfTen)
  // Every second part is an exponent.
  return parts.length === 1
    ? text
    : html`${parts.map((part, i) => (i % 2 === 1 ? html`<sup>${plain(part)}</sup>` : part))}`
}
