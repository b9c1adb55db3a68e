import type { CapabilityAtPoint, CapabilityQuery } from '#contract/types.ts'
import { capabilityAt } from '#metrology/competence/capability.ts'
import { outsideRange } from '#metrology/competence/competence.refusals.ts'
import { editionOn, statusOn } from '#metrology/competence/on-day.ts'
import { capabilityOf, expressionOfX } from '#metrology/competence/stated-capability.ts'
import { differenceFromCoherent, toCoherent } from '#metrology/quantity/coherent-unit.ts'
import { convertValue } from '#metrology/quantity/convert.ts'
import { parseUnit } from '#metrology/quantity/parse-unit.ts'
import { plainNumber } from '#metrology/quantity/plain-number.ts'
import { toNumber } from '#metrology/quantity/reported-number.ts'
import { within } from '#refusal.ts'
import type { CompetenceVersion } from './competence-version.entity.ts'
import type { Competence } from './competence.entity.ts'
import type { CompetenceHistory } from './competence.queries.ts'
import { nothingInForce, noCapabilityStated } from './competence.refusals.ts'
import type { AsOf } from './competence.view.ts'

/** Which U the laboratory is capable of at a point (ILAC-P14:09/2020, 4): never outside its range. */
export function askCapability(
  competence: Competence,
  { versions, statuses }: CompetenceHistory,
  { value, unit }: CapabilityQuery,
  { at, asKnownAt }: AsOf,
): CapabilityAtPoint {
  const edition = editionOn(versions, at)
  if (!edition) {
    throw nothingInForce({ en: `It begins after ${at}`, zh: `${at} 时尚未生效` }, {}, { pointer: '/at' })
  }
  const { uncertainty: stated } = edition
  if (!stated) throw noCapabilityStated(noCapabilityStated.definition.title)
  const point = within('/value', () => plainNumber(value))
  within('/unit', () => refuseOutside(edition, point, unit))

  const coherentPoint = { value: toCoherent(point, parseUnit(unit)), parameters: {} }
  const u = capabilityAt(capabilityOf(stated, edition.unit), coherentPoint, expressionOfX)
  if (u === undefined) throw noCapabilityStated(`Nothing is stated at ${value} ${unit}`)
  const unitOfU = stated.relative ? unit : stated.unit
  return {
    competence: competence.code,
    at,
    asKnownAt: asKnownAt.toISOString(),
    status: statusOn(versions, statuses, at),
    point: { value: point, unit },
    expandedUncertainty: { value: differenceFromCoherent(u, parseUnit(unitOfU)), unit: unitOfU },
    coverageFactor: stated.coverageFactor,
  }
}

function refuseOutside(
  { lower, upper, unit: rangeUnit }: CompetenceVersion,
  point: string,
  unit: string,
): void {
  const x = convertValue(point, parseUnit(unit), parseUnit(rangeUnit))
  if (x >= toNumber(lower) && x <= toNumber(upper)) return
  throw outsideRange(
    {
      en: `${point} ${unit} is not between ${lower} and ${upper} ${rangeUnit}`,
      zh: `${point} ${unit} 不在 ${lower} 至 ${upper} ${rangeUnit} 之间`,
    },
    { range: { lower, upper, unit: rangeUnit } },
  )
}
