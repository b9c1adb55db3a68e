import { evaluateModel, valueOf } from '#metrology/measurement-model/evaluation.ts'
import { knownModel } from '#metrology/measurement-model/model-cache.ts'
import { differenceToCoherent } from '#metrology/quantity/coherent-unit.ts'
import { parseUnit } from '#metrology/quantity/parse-unit.ts'
import { toNumber } from '#metrology/quantity/reported-number.ts'
import { Refusal } from '#refusal.ts'
import type { Capability, CapabilityForm, ExpressionOfX } from './capability.ts'

/** A capability with the digits with which it was stated; `x` is the value in the unit of the range. */
export type StatedCapability = {
  readonly unit: string
  readonly coverageFactor: string
  readonly relative: boolean
} & StatedForm

type StatedForm =
  | { readonly form: 'expression'; readonly expression: string }
  | {
      readonly form: 'table'
      readonly rows: readonly { readonly value: string; readonly expandedUncertainty: string }[]
    }
  | { readonly form: 'quadrature'; readonly a: string; readonly b: string }

/** As it is computed with. */
export const capabilityOf = (stated: StatedCapability, rangeUnit: string): Capability => ({
  uncertainty: formOf(stated),
  argument: 'value',
  argumentUnitSize: differenceToCoherent(1, parseUnit(rangeUnit)),
  uncertaintyUnitSize: differenceToCoherent(1, parseUnit(stated.unit)),
  relative: stated.relative,
  coverageFactor: toNumber(stated.coverageFactor),
})

function formOf(stated: StatedForm): CapabilityForm {
  if (stated.form === 'expression') return { form: 'expression', expression: stated.expression }
  if (stated.form === 'quadrature')
    return { form: 'quadrature', a: toNumber(stated.a), b: toNumber(stated.b) }
  const rows = stated.rows.map(({ value, expandedUncertainty }) => ({
    x: toNumber(value),
    expandedUncertainty: toNumber(expandedUncertainty),
  }))
  return { form: 'table', rows }
}

/** NaN where the expression has no value: then nothing is stated there. */
export const expressionOfX: ExpressionOfX = (expression, x) => {
  const model = knownModel({ U: expression }, ['x'])
  const [output] = model.outputs
  if (!output) return Number.NaN
  try {
    return valueOf(evaluateModel(model, [x]), output)
  } catch (error) {
    if (error instanceof Refusal) return Number.NaN
    throw error
  }
}
