import { roundForCertificate } from '#metrology/quantity/rounding.ts'
import { short, significant, numberText, unitText, withUnit } from './numbers.ts'

export interface StatedFigure {
  readonly estimate?: number | undefined
  readonly expandedUncertainty?: number | undefined
  readonly unit?: string | undefined
}

/** (10 000.0042 ± 0.0034) Ω: U to two digits and the value to the same last one (GUM 7.2.4; ILAC-P14:09/2020, 5.4). */
export function statedResult({ estimate, expandedUncertainty: U, unit = '1' }: StatedFigure): string {
  if (estimate === undefined) return U === undefined ? '' : statedUncertainty(U, unit)
  if (U === undefined || U <= 0) return withUnit(short(estimate), unit)
  const { value, expandedUncertainty } = roundForCertificate(estimate, U)
  const both = `${numberText(value)} ± ${numberText(expandedUncertainty)}`
  return unitText(unit) === '1' ? both : withUnit(`(${both})`, unit)
}

/** The two parts apart, for where one line has no room for both. */
export function statedParts({
  estimate,
  expandedUncertainty: U,
  unit = '1',
}: StatedFigure): readonly string[] {
  if (estimate === undefined || U === undefined || U <= 0)
    return [statedResult({ estimate, expandedUncertainty: U, unit })]
  const { value, expandedUncertainty } = roundForCertificate(estimate, U)
  return [withUnit(numberText(value), unit), `± ${withUnit(numberText(expandedUncertainty), unit)}`]
}

export const statedUncertainty = (U: number, unit: string): string => `± ${withUnit(significant(U, 2), unit)}`
