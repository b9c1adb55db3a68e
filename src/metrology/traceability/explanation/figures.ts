import { roundForCertificate } from '#metrology/quantity/rounding.ts'

/** A value and its U as a certificate prints them; figures and unit as they stand in an answer. */
export interface StatedFigures {
  readonly estimate?: number | undefined
  readonly expandedUncertainty?: number | undefined
  readonly unit?: string | undefined
}

const withUnit = (text: string, unit: string | undefined) =>
  unit === undefined || unit === '' || unit === '1' ? text : `${text} ${unit}`

export function printedValue({ estimate, expandedUncertainty: U, unit }: StatedFigures): string | undefined {
  if (estimate === undefined) return undefined
  return withUnit(U === undefined ? short(estimate) : roundForCertificate(estimate, U).value, unit)
}

export function printedUncertainty({ expandedUncertainty: U, unit }: StatedFigures): string | undefined {
  return U === undefined ? undefined : withUnit(roundForCertificate(U, U).expandedUncertainty, unit)
}

export const percent = (share: number): string => `${short(Number((share * 100).toPrecision(3)))} %`

export const short = (x: number, digits = 6): string => String(Number(x.toPrecision(digits)))
