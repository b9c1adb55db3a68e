import { coherent, differenceToCoherent, toCoherent } from '#metrology/quantity/coherent-unit.ts'
import { parseUnit } from '#metrology/quantity/parse-unit.ts'
import type { StatedQuantity } from '../calibrations/calibration-result.entity.ts'

/** Figures that were stated in one unit, in the coherent unit of its dimension. */
export function figuresIn(unit: string) {
  const parsed = parseUnit(unit)
  const unitSize = differenceToCoherent(1, parsed)
  return {
    unitSize,
    coherentSymbol: coherent(parsed).symbol,
    value: (stated: string | number): number => toCoherent(stated, parsed),
    difference: (stated: number | null): number | undefined =>
      stated === null ? undefined : differenceToCoherent(stated, parsed),
  }
}

export const coherentValue = ({ value, unit }: StatedQuantity): number => figuresIn(unit).value(value)

export function coherentValues(
  quantities: Readonly<Record<string, StatedQuantity>> | undefined,
): Readonly<Record<string, number>> {
  const entries = Object.entries(quantities ?? {}).map(([name, q]) => [name, coherentValue(q)] as const)
  return Object.fromEntries(entries)
}
