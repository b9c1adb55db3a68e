import { editionOn, statusOn } from '#metrology/competence/on-day.ts'

import type { ResultNode } from '../graph.ts'
import type { CompetenceRecord, CompetenceVersion, ResultRecord } from '../records.ts'

import { within } from './inside.ts'
import { dayOf } from './outcome.ts'
import type { Setting } from './outcome.ts'

/** Ways in which a competence misses a result, the nearest miss first. */
const misses = [
  'suspended',
  'withdrawn',
  'expired',
  'not-yet-valid',
  'authorization-missing',
  'outside-range',
  'other-method',
  'other-site',
  'other-kind',
] as const

export interface Shortfall {
  readonly missed: (typeof misses)[number]
  /** Number of the competence that missed. */
  readonly competence: string
  readonly day?: string
}

/** The miss worth telling: a suspended accreditation says more than another line of the scope that is about something else. */
export const nearestMiss = (missed: readonly Shortfall[]): Shortfall | undefined =>
  missed.toSorted(
    (a, b) => misses.indexOf(a.missed) - misses.indexOf(b.missed) || (a.competence < b.competence ? -1 : 1),
  )[0]

/** The version of a competence that covers a result on both the first and the last day of its calibration. */
export function coverageOf(
  setting: Setting,
  competence: CompetenceRecord,
  node: ResultNode,
): { readonly version: CompetenceVersion } | Shortfall {
  const { started, finished } = node.certificate
  const first = coverageOn(competence, node, dayOf(setting, started))
  return 'version' in first ? coverageOn(competence, node, dayOf(setting, finished)) : first
}

function coverageOn(
  competence: CompetenceRecord,
  node: ResultNode,
  day: string,
): { readonly version: CompetenceVersion } | Shortfall {
  const missed = (miss: Shortfall['missed']): Shortfall => ({
    missed: miss,
    competence: competence.code,
    day,
  })
  if (competence.measurandKind !== node.result.measurandKind) return missed('other-kind')
  const version = editionOn(competence.versions, day)
  const status = statusOn(competence.versions, competence.statuses, day)
  if (version === undefined) return missed('not-yet-valid')
  if (status !== 'active') return missed(status)
  if (!isInRange(version, node.result)) return missed('outside-range')
  if (isOther(version.methodDocumentId, node.certificate.methodDocumentId)) return missed('other-method')
  return isOther(version.site, node.certificate.site) ? missed('other-site') : { version }
}

function isInRange(version: CompetenceVersion, result: ResultRecord): boolean {
  const { value, parameters } = result.point
  if (!within(value, undefined, version)) return false
  return Object.entries(version.parameters ?? {}).every(([name, interval]) => {
    const parameter = parameters[name]
    return parameter !== undefined && within(parameter, undefined, interval)
  })
}

/** A line that names none is bound to none; what the certificate does not state is not held against it. */
const isOther = (bound: string | undefined, stated: string | undefined) =>
  bound !== undefined && stated !== undefined && bound !== stated
