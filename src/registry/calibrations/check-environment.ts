import type { EnvironmentCondition, Quantity } from '#contract/types.ts'
import { sameDimension } from '#metrology/quantity/convert.ts'
import { parseUnit } from '#metrology/quantity/parse-unit.ts'
import { toNumber } from '#metrology/quantity/reported-number.ts'
import { within } from '#refusal.ts'
import { conditionUncertain, unitMismatch } from './calibration.refusals.ts'

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
