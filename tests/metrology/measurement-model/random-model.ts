import * as fc from 'fast-check'
import { elementaryFunctions } from '#metrology/measurement-model/elementary-functions.ts'

export const names = ['a', 'b', 'c', 'd']

const smooth = elementaryFunctions.filter(({ name }) => !['abs', 'min', 'max'].includes(name))
const ofOne = smooth.filter(({ most }) => most === 1).map(({ name }) => name)

const leaf = fc.oneof(
  { weight: 4, arbitrary: fc.constantFrom(...names) },
  { weight: 1, arbitrary: fc.constantFrom('1', '2', '0.5', '3.25', 'pi') },
)

/** Texts that use every operation and every function that has derivatives everywhere it has values. */
export const modelText: fc.Arbitrary<string> = fc.letrec<{ text: string }>((tie) => ({
  text: fc.oneof(
    { depthSize: 'small', withCrossShrink: true },
    leaf,
    fc
      .tuple(tie('text'), fc.constantFrom('+', '-', '*', '/'), tie('text'))
      .map(([left, op, right]) => `(${left} ${op} ${right})`),
    fc.tuple(tie('text'), fc.constantFrom('2', '3', '0.5', '-1', 'b')).map(([base, n]) => `(${base})^(${n})`),
    fc.tuple(fc.constantFrom(...ofOne), tie('text')).map(([f, x]) => `${f}(${x})`),
    fc
      .tuple(fc.constantFrom('hypot', 'atan2'), tie('text'), tie('text'))
      .map(([f, x, y]) => `${f}(${x}, ${y})`),
    tie('text').map((text) => `-${text}`),
  ),
})).text
