import { createHash } from 'node:crypto'
import { coherent, toCoherent } from '#metrology/quantity/coherent-unit.ts'
import { convertDifference, convertValue, sameDimension } from '#metrology/quantity/convert.ts'
import { parseUnit } from '#metrology/quantity/parse-unit.ts'
import type { CalibrationResult } from '../../calibrations/calibration-result.entity.ts'
import type { CertificateInForce } from './found-results.queries.ts'

/** One result, with the certificate that states it. */
export interface FoundResult {
  readonly certificate: CertificateInForce
  readonly result: CalibrationResult
}

/** Results of one component, of one kind, at one point: what drifts is followed from one to the next. */
export interface Series {
  /** Short, and the same for the same point. */
  readonly id: string
  readonly component: string
  readonly measurandKind: string
  readonly results: readonly FoundResult[]
}

/** Every series of a device, those with the most results first. */
export function seriesOf(certificates: readonly CertificateInForce[]): readonly Series[] {
  const found = certificates.flatMap((certificate) =>
    certificate.calibration.$.results
      .getItems()
      .toSorted((a, b) => a.position - b.position)
      .map((result) => ({ certificate, result })),
  )
  const byPoint = Map.groupBy(found, pointOf)
  return [...byPoint]
    .map(([point, results]) => seriesAt(point, results))
    .filter((series) => series !== undefined)
    .toSorted((a, b) => b.results.length - a.results.length)
}

function seriesAt(point: string, results: readonly FoundResult[]): Series | undefined {
  const [first] = results
  if (!first) return undefined
  const { certificate, result } = first
  return {
    id: createHash('sha256').update(point).digest('hex').slice(0, 12),
    component: certificate.component.$.code,
    measurandKind: result.measurandKind.getEntity().code,
    results,
  }
}

/** 10 kg and 10 000 g are one point; the same value under other conditions is another. */
function pointOf({ certificate, result }: FoundResult): string {
  const { nominal, nominalUnit, parameters } = result
  const conditions = Object.entries(parameters)
    .toSorted(([a], [b]) => (a < b ? -1 : 1))
    .map(([name, { value, unit }]) => [name, inCoherentUnit(value, unit)])
  return JSON.stringify([
    certificate.component.$.code,
    result.measurandKind.getEntity().code,
    inCoherentUnit(nominal, nominalUnit),
    conditions,
  ])
}

/** In the coherent unit; what is not read any more stays as it was stated. */
function inCoherentUnit(value: string, unit: string): string {
  try {
    const parsed = parseUnit(unit)
    return `${Number(toCoherent(value, parsed).toPrecision(12))} ${coherent(parsed).symbol}`
  } catch {
    return `${value} ${unit}`
  }
}

/** A value of another result in this unit; undefined where it is of another dimension. */
export function inUnit(value: number, from: string, to: string, isDifference = false): number | undefined {
  const [stated, wanted] = [parseUnit(from), parseUnit(to)]
  if (!sameDimension(stated, wanted)) return undefined
  return isDifference ? convertDifference(value, stated, wanted) : convertValue(value, stated, wanted)
}
