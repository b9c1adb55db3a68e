import { coherent } from '#metrology/quantity/coherent-unit.ts'
import { parseUnit } from '#metrology/quantity/parse-unit.ts'
import {
  exponentsOf,
  exponentsOfNeper,
  type Exponents,
} from '#metrology/measurement-model/dimension-rules.ts'
import { checkDimensions } from '#metrology/measurement-model/dimensions.ts'
import type { MeasurementModel } from '#metrology/measurement-model/model.ts'

/** What the units of a budget say about its model: `inputs` in the order of the model, `unit` that of `output`. */
export interface UnitsOfBudget {
  readonly inputs: readonly { readonly unit: string }[]
  readonly output: string
  readonly unit: string
}

/** Every input enters in its coherent unit, and the output is read in that of the result: decision 2. */
export function checkUnits(model: MeasurementModel, { inputs, output, unit }: UnitsOfBudget): void {
  checkDimensions(model, {
    inputs: inputs.map((input) => inModel(input.unit)),
    outputs: new Map([[output, inModel(unit)]]),
  })
}

function inModel(text: string): Exponents {
  const { symbol, dimension } = coherent(parseUnit(text))
  return symbol === 'Np' ? exponentsOfNeper : exponentsOf(dimension)
}
