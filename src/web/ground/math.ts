import { html } from 'hono/html'
import type { FormulaTree } from '#faces/formula.ts'
import type { Html } from './page-route.ts'

const loose = { sum: 1, signed: 2, product: 3, power: 4, whole: 5 }

function strengthOf(f: FormulaTree): number {
  if (f.is === 'text') return f.text.startsWith('-') ? loose.signed : loose.whole
  if (f.is !== 'call') return loose.whole
  if (f.of === '*' && isNegated(f.args[0])) return loose.signed
  return strengths[f.of] ?? loose.whole
}

const strengths: Readonly<Record<string, number>> = {
  '+': loose.sum,
  '-': loose.sum,
  negate: loose.signed,
  '*': loose.product,
  '^': loose.power,
}

const isNegated = (f: FormulaTree | undefined): boolean => f?.is === 'call' && f.of === 'negate'

/** The formula as MathML: browsers draw it and read it aloud. */
export const mathOf = (...parts: readonly (FormulaTree | string)[]): Html =>
  html`<math>${parts.map((part) => (typeof part === 'string' ? html`<mo>${part}</mo>` : drawn(part)))}</math>`

function drawn(f: FormulaTree): Html {
  if (f.is === 'text') return html`<mn>${f.text.replace('-', '−')}</mn>`
  if (f.is === 'name') return nameOf(f.letter, f.index)
  const [a, b] = f.args
  if (a && f.of === 'negate') return html`<mrow><mo>−</mo>${within(a, loose.product)}</mrow>`
  return (a && b && operation(f.of, a, b)) ?? called(f.of, f.args)
}

const nameOf = (letter: string, index: string | undefined): Html =>
  index === undefined
    ? letters(letter)
    : html`<msub>${letters(letter)}<mi mathvariant="normal">${index.replaceAll('_', ',')}</mi></msub>`

/** A small change of a quantity is the quantity behind a δ: two letters side by side, both sloping. */
const letters = (name: string): Html =>
  name.length === 2 && name.startsWith('δ')
    ? html`<mrow><mi>δ</mi><mi>${name.slice(1)}</mi></mrow>`
    : html`<mi>${name}</mi>`

function operation(of: string, a: FormulaTree, b: FormulaTree): Html | undefined {
  if (of === '+') {
    const right = strengthOf(b) === loose.signed ? fenced(b) : drawn(b)
    return html`<mrow>${drawn(a)}<mo>+</mo>${right}</mrow>`
  }
  if (of === '-') return html`<mrow>${drawn(a)}<mo>−</mo>${within(b, loose.product)}</mrow>`
  if (of === '/') return html`<mfrac><mrow>${drawn(a)}</mrow><mrow>${drawn(b)}</mrow></mfrac>`
  if (of === '*') {
    const left = isNegated(a) ? drawn(a) : within(a, loose.product)
    return html`<mrow>${left}<mo>·</mo>${within(b, loose.product)}</mrow>`
  }
  if (of !== '^') return undefined
  const base = a.is !== 'call' && strengthOf(a) === loose.whole ? drawn(a) : fenced(a)
  return html`<msup><mrow>${base}</mrow><mrow>${drawn(b)}</mrow></msup>`
}

const functionNames: Readonly<Record<string, string>> = {
  log: 'ln',
  log10: 'lg',
  log2: 'lb',
  asin: 'arcsin',
  acos: 'arccos',
  atan: 'arctan',
}

function called(of: string, args: readonly FormulaTree[]): Html {
  const list = args.map((each, i) => html`${i === 0 ? '' : html`<mo>,</mo>`}${drawn(each)}`)
  if (of === 'sqrt') return html`<msqrt>${list}</msqrt>`
  if (of === 'cbrt') return html`<mroot><mrow>${list}</mrow><mn>3</mn></mroot>`
  if (of === 'abs') return html`<mrow><mo>|</mo>${list}<mo>|</mo></mrow>`
  return html`<mrow><mi>${functionNames[of] ?? of}</mi><mo>(</mo>${list}<mo>)</mo></mrow>`
}

const within = (f: FormulaTree, least: number): Html => (strengthOf(f) < least ? fenced(f) : drawn(f))
const fenced = (f: FormulaTree): Html => html`<mrow><mo>(</mo>${drawn(f)}<mo>)</mo></mrow>`
