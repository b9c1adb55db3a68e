import {
  nameNotPossible,
  notAllowed,
  notAnExpression,
  notFinite,
  textTooLong,
  undeclaredInput,
} from '#metrology/measurement-model/refusals.ts'
import { defineRefusal } from '#refusal.ts'

export const outsideRange = defineRefusal({
  code: 'competence.outside-range',
  kind: 'unprocessable',
  title: { en: 'The point lies outside the range of the competence', zh: '该点超出能力范围' },
})

export const contradictsItself = defineRefusal({
  code: 'competence.contradicts-itself',
  kind: 'unprocessable',
  title: { en: 'The line contradicts itself', zh: '能力条目自相矛盾' },
})

/** What reading an expression of `x` may refuse. */
export const expressionRefusals = [
  textTooLong,
  notAnExpression,
  notAllowed,
  undeclaredInput,
  nameNotPossible,
  notFinite,
] as const
