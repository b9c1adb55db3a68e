import type { ConditionOfUse, EnvironmentCondition, Quantity } from '#contract/types.ts'
import { sameDimension } from '#metrology/quantity/convert.ts'
import { coherent, toCoherent } from '#metrology/quantity/coherent-unit.ts'
import { parseUnit } from '#metrology/quantity/parse-unit.ts'
import { toNumber } from '#metrology/quantity/reported-number.ts'
import { within } from '#refusal.ts'
import { conditionUncertain, conditionWithoutLimits, unitMismatch } from './calibration.refusals.ts'

/** ISO/IEC 17025:2017, 7.8.4.1 b: conditions that a reader can compare, in units that are known. */
export function checkEnvironment(environment: readonly EnvironmentCondition[] = []): void {
  for (const [position, { value, standardUncertainty }] of environment.entries()) {
    within(`/environment/${position}`, () => {
      within('/value', () => readable(value))
      if (standardUncertainty)
        within('/standardUncertainty', () => checkUncertainty(standardUncertainty, value))
    })
  }
}

/** What the values hold for when the item is used: compared with the environment of that use (rule R08). */
export function checkConditionsOfUse(conditions: readonly ConditionOfUse[] = []): void {
  for (const [position, { lower, upper }] of conditions.entries()) {
    within(`/conditionsOfUse/${position}`, () => {
      if (!lower && !upper) throw conditionWithoutLimits(conditionWithoutLimits.definition.title)
      const from = lower && within('/lower', () => readable(lower))
      const to = upper && within('/upper', () => readable(upper))
      if (!lower || !upper || from === undefined || to === undefined) return
      within('/upper/unit', () => sameUnits(lower.unit, upper.unit))
      if (toCoherent(from, parseUnit(lower.unit)) <= toCoherent(to, parseUnit(upper.unit))) return
      const detail = {
        en: `${from} ${lower.unit} is above the upper limit`,
        zh: `下限 ${from} ${lower.unit} 高于上限`,
      }
      throw conditionWithoutLimits(detail, {}, { pointer: '/lower' })
    })
  }
}

/** Of one dimension, and °C beside °C: a limit in K beside one in °C is more likely a slip than meant. */
function sameUnits(lower: string, upper: string): void {
  const [one, other] = [parseUnit(lower), parseUnit(upper)]
  if (coherent(one).symbol === coherent(other).symbol) return
  throw unitMismatch({ en: `${upper} beside ${lower}`, zh: `${lower} 与 ${upper} 不一致` }, { unit: upper })
}

function readable({ value, unit }: Quantity): number {
  within('/unit', () => parseUnit(unit))
  return within('/value', () => toNumber(value))
}

function checkUncertainty(stated: Quantity, { unit }: Quantity): void {
  if (readable(stated) <= 0) {
    throw conditionUncertain({ en: `${stated.value}`, zh: `${stated.value}` }, {}, { pointer: '/value' })
  }
  if (sameDimension(parseUnit(stated.unit), parseUnit(unit))) return
  throw unitMismatch(
    {
      en: `${stated.unit} is no uncertainty of a value in ${unit}`,
      zh: `${stated.unit} 与 ${unit} 的量纲不同`,
    },
    { unit: stated.unit },
    { pointer: '/unit' },
  )
}
