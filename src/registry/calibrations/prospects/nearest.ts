import type { PointOfUse } from '#metrology/traceability/records.ts'
import { coherentValue, coherentValues } from '../../traceability/coherent-figures.ts'
import type { CertifiedResult } from './candidates.queries.ts'

/** Of every certificate the result whose point is nearest to where the standard is to be used; all of them without a point. */
export function nearestOfEach(
  results: readonly CertifiedResult[],
  point: PointOfUse,
): readonly CertifiedResult[] {
  const { value } = point
  if (value === undefined) return results
  const byCertificate = Map.groupBy(results, ({ certificate }) => certificate.id)
  return [...byCertificate.values()].flatMap((several) => {
    const distances = several.map((one) => distanceOf(one, { ...point, value }))
    const nearest = several[distances.indexOf(Math.min(...distances))]
    return nearest ? [nearest] : []
  })
}

interface Place extends PointOfUse {
  readonly value: number
}

/** Relative distances, added; nothing within the interval for which a result is declared valid. */
function distanceOf({ result }: CertifiedResult, { value, parameters = {} }: Place): number {
  const own = coherentValues(result.parameters)
  const aside = Object.entries(parameters).map(([name, wanted]) => relative(own[name] ?? Infinity, wanted))
  return along(result, value) + aside.reduce((sum, each) => sum + each, 0)
}

function along(result: CertifiedResult['result'], value: number): number {
  const { intervalLower, intervalUpper, intervalUnit: unit, nominal, nominalUnit } = result
  if (intervalLower && intervalUpper && unit) {
    const lower = coherentValue({ value: intervalLower, unit })
    const upper = coherentValue({ value: intervalUpper, unit })
    if (lower <= value && value <= upper) return 0
  }
  return relative(coherentValue({ value: nominal, unit: nominalUnit }), value)
}

/** Of two numbers of any size; what is not there is as far away as can be. */
function relative(a: number, b: number): number {
  if (a === b) return 0
  const distance = Math.abs(a - b) / Math.max(Math.abs(a), Math.abs(b))
  return Number.isFinite(distance) ? distance : Number.MAX_VALUE / 100
}
