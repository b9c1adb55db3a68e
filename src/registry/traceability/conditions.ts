import type { EnvironmentCondition } from '#contract/types.ts'
import type { ConditionRecord } from '#metrology/traceability/records.ts'
import type { StatedConditions } from '../calibrations/calibration.entity.ts'
import { figuresIn } from './coherent-figures.ts'

/** What was measured of the surroundings during the work. */
export const conditionMet = ({ quantity, value }: EnvironmentCondition): ConditionRecord =>
  condition(quantity, value, value)

/** Within which a certificate states that its values hold. */
export const conditionStated = ({ quantity, lower, upper }: StatedConditions): ConditionRecord =>
  condition(quantity, lower, upper)

interface Figure {
  readonly value: string | number
  readonly unit: string
}

function condition(quantity: string, lower?: Figure, upper?: Figure): ConditionRecord {
  const from = lower && coherentFigure(lower)
  const to = upper && coherentFigure(upper)
  return {
    quantity: quantity.trim().toLowerCase(),
    lower: from?.value ?? -Infinity,
    upper: to?.value ?? Infinity,
    unit: from?.unit ?? to?.unit ?? '1',
  }
}

/** Of surroundings 293.15 K and 20 °C say the same; budgets write °C. */
function coherentFigure({ value, unit }: Figure) {
  const { value: coherent, coherentSymbol } = figuresIn(unit)
  if (coherentSymbol !== 'K') return { value: coherent(value), unit: coherentSymbol }
  return { value: coherent(value) - 273.15, unit: '°C' }
}
