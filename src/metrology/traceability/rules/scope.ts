import type { ResultNode } from '../graph.ts'
import type { CompetenceRecord, CompetenceStatus, CompetenceVersion, ResultRecord } from '../records.ts'

import { within } from './measurand-and-point.ts'
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
  const lines = linesOn(competence, day)
  const sameKind = lines.filter((one) => one.measurandKind === node.result.measurandKind)
  const missed = (miss: Shortfall['missed']): Shortfall => ({
    missed: miss,
    competence: competence.code,
    day,
  })
  if (!competence.versions.some((one) => one.measurandKind === node.result.measurandKind))
    return missed('other-kind')
  const status = statusOn(competence, day)
  if (status === 'suspended' || status === 'withdrawn') return missed(status)
  if (lines.length === 0) return missed('not-yet-valid')
  if (sameKind.length === 0) return missed('other-kind')
  const valid = sameKind.filter((one) => one.validTo === undefined || day <= one.validTo)
  if (valid.length === 0) return missed('expired')
  const inRange = valid.filter((one) => isInRange(one, node.result))
  if (inRange.length === 0) return missed('outside-range')
  const byMethod = inRange.filter((one) => lists(one.methods, node.certificate.methodDocumentId))
  if (byMethod.length === 0) return missed('other-method')
  const version = byMethod.find((one) => lists(one.sites, node.certificate.site))
  return version === undefined ? missed('other-site') : { version }
}

/** Lines of the newest edition that had begun: a reduced scope replaces the wider one from its own date on. */
function linesOn(competence: CompetenceRecord, day: string): readonly CompetenceVersion[] {
  const begun = competence.versions.filter((one) => one.validFrom <= day)
  const newest = begun.reduce((latest, one) => (one.validFrom > latest ? one.validFrom : latest), '')
  return begun.filter((one) => one.validFrom === newest)
}

/** Nothing is invented between the dates of the history: the last entry before the day holds. */
export const statusOn = (competence: CompetenceRecord, day: string): CompetenceStatus['status'] =>
  competence.statuses
    .filter((one) => one.from <= day)
    .toSorted(byBeginning)
    .at(-1)?.status ?? 'active'

/** Of two entries from the same day, the one that was recorded later corrects the other. */
const byBeginning = (a: CompetenceStatus, b: CompetenceStatus) =>
  a.from === b.from ? Number(a.recordedAt) - Number(b.recordedAt) : a.from < b.from ? -1 : 1

function isInRange(version: CompetenceVersion, result: ResultRecord): boolean {
  const { value, parameters } = result.point
  if (!within(value, undefined, version)) return false
  return Object.entries(version.parameters ?? {}).every(([name, interval]) => {
    const parameter = parameters[name]
    return parameter !== undefined && within(parameter, undefined, interval)
  })
}

/** A list that is absent limits nothing; what the certificate does not state is not held against it. */
const lists = (list: readonly string[] | undefined, one: string | undefined) =>
  list === undefined || list.length === 0 || one === undefined || list.includes(one)
