import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { expressionLatex, sensitivityFormula } from '#metrology/measurement-model/sensitivity-formula.ts'
import { modelText } from './random-model.ts'

describe('a model as LaTeX', () => {
  it.each([
    ['V/J*cos(phi)', '\\frac{V}{J} \\cdot \\cos\\left(\\phi\\right)'],
    ['a - (b - c)', 'a - \\left(b - c\\right)'],
    ['a + (-b)', 'a + \\left(-b\\right)'],
    ['-(a + b)^2', '-\\left(a + b\\right)^{2}'],
    ['(-2)^x', '\\left(-2\\right)^{x}'],
    ['2^x^y', '2^{x^{y}}'],
    ['sin(x)^2', '\\left(\\sin\\left(x\\right)\\right)^{2}'],
    ['sqrt(x) + cbrt(y)', '\\sqrt{x} + \\sqrt[3]{y}'],
    ['log(x) - abs(y)', '\\ln\\left(x\\right) - \\left|y\\right|'],
    ['atan2(a, b)', '\\operatorname{atan2}\\left(a, b\\right)'],
    ['6.62607015e-34*nu', '6.62607015 \\cdot 10^{-34} \\cdot \\nu'],
    ['2*pi*r_0', '2 \\cdot \\pi \\cdot r_{0}'],
    ['l_s*d_alpha', 'l_{\\mathrm{s}} \\cdot d_{\\alpha}'],
    ['dm_C', '\\mathit{dm}_{\\mathrm{C}}'],
  ])('%s is %s', (text, latex) => {
    expect(expressionLatex(text)).toBe(latex)
  })

  it('tells two names apart that are two names', () => {
    const names = ['X1', 'X_1', 'X_1_2', 'X_12', 'alpha', 'a_lpha', 'x_alpha', 'x_', 'Xi']
    expect(new Set(names.map(expressionLatex)).size).toBe(names.length)
  })

  it('closes every brace and every parenthesis, and uses only commands that LaTeX has', () => {
    fc.assert(
      fc.property(modelText, (text) => {
        const latex = expressionLatex(text)
        if (latex === undefined) return
        expect(depthAtEnd(latex)).toBe(0)
        const known =
          /^\\(?:frac|sqrt|cdot|left|right|math(?:it|rm)|operatorname|a?sinh?|cosh?|tanh?|arc\w+|exp|ln|log|min|max|pi)$/
        expect((latex.match(/\\[A-Za-z]+/g) ?? []).filter((command) => !known.test(command))).toEqual([])
      }),
      { numRuns: 200 },
    )
  })

  it('is absent where the model is too long to be read, or is no model', () => {
    expect(expressionLatex(Array.from({ length: 100 }, () => 'b').join('*'))).toBeUndefined()
    expect(expressionLatex('a = 1')).toBeUndefined()
  })
})

describe('a sensitivity as LaTeX', () => {
  it.each([
    ['V/J*cos(phi)', 'J', '-\\cos\\left(\\phi\\right) \\cdot \\frac{V}{J^{2}}'],
    ['sqrt(re^2 + im^2)', 're', '\\frac{\\mathit{re}}{\\sqrt{\\mathit{re}^{2} + \\mathit{im}^{2}}}'],
    ['tan(x)', 'x', '\\left(\\frac{1}{\\cos\\left(x\\right)}\\right)^{2}'],
  ])('of %s to %s is %s', (text, input, latex) => {
    expect(sensitivityFormula(text, input)?.formulaLatex).toBe(latex)
  })
})

function depthAtEnd(latex: string): number {
  const opening = latex.match(/\{|\\left/g) ?? []
  const closing = latex.match(/\}|\\right/g) ?? []
  return opening.length - closing.length
}
