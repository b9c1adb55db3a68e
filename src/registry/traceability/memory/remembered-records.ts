import { promiseNewRecords, type JudgedBefore } from '#metrology/traceability/judged-before.ts'
import type { ChainRecords } from '#metrology/traceability/records.ts'
import type { ChainRows } from '../chain-rows.ts'
import type { ComponentRows } from './item-rows.ts'

/** Of which parts the rows of a chain were put together. */
export interface Parts {
  /** What was read of those who are asked about. */
  readonly asked: ChainRows
  readonly above: readonly ComponentRows[]
  readonly judgedBefore: JudgedBefore
}

const partsOf = new WeakMap<ChainRows, Parts>()

export const putTogether = (rows: ChainRows, parts: Parts): void => void partsOf.set(rows, parts)

/** Records of components that are remembered, made once. */
const made = new WeakMap<ComponentRows, Recorded>()

interface Recorded {
  readonly records: ChainRecords
  readonly lastRecordedAt: number
}

/**
 * The records of a chain: those of what is remembered as they were made before, so that what was said about them can be said
 * again. `convert` makes records of rows; it makes all of them where the parts of a chain cannot be told apart.
 */
export function rememberedRecords(rows: ChainRows, convert: (rows: ChainRows) => ChainRecords): ChainRecords {
  const parts = partsOf.get(rows)
  if (!parts || !isSeparable(rows)) return convert(rows)
  const above = parts.above.map((component) => recordsOf(component, convert))
  const others = withLast(convert({ ...rows, ...itemsIn(parts.asked) }))
  const all = [others, ...above]
  const records = {
    ...others.records,
    certificates: all.flatMap((one) => one.records.certificates),
    results: all.flatMap((one) => one.records.results),
    equipment: all.flatMap((one) => one.records.equipment),
    history: all.flatMap((one) => one.records.history),
  }
  const lastRecordedAt = Math.max(...all.map((one) => one.lastRecordedAt))
  promiseNewRecords(records, { before: parts.judgedBefore, lastRecordedAt })
  return records
}

function recordsOf(component: ComponentRows, convert: (rows: ChainRows) => ChainRecords): Recorded {
  const known = made.get(component)
  if (known) return known
  const { item, ...rows } = component
  const { row, events: equipmentEvents, restrictions } = item
  const recorded = withLast(convert({ ...nothing, ...rows, equipment: [row], equipmentEvents, restrictions }))
  made.set(component, recorded)
  return recorded
}

const itemsIn = (rows: ChainRows) => ({
  results: rows.results,
  links: rows.links,
  calibrations: rows.calibrations,
  certificates: rows.certificates,
  events: rows.events,
  classes: rows.classes,
  equipment: rows.equipment,
  equipmentEvents: rows.equipmentEvents,
  restrictions: rows.restrictions,
})

/**
 * A link to a later version of a certificate is resolved beside that certificate; several components of one item share their
 * allowances; several calibrations may share a number.
 */
function isSeparable({ results, calibrations, equipment, certificates }: ChainRows): boolean {
  const components = new Set(calibrations.map(({ equipment: id, component }) => `${id} ${component}`))
  const numbers = new Map<string, string>()
  const isOfOne = certificates.every(({ number, calibration }) => {
    const other = numbers.get(number)
    numbers.set(number, calibration)
    return other === undefined || other === calibration
  })
  return isOfOne && components.size === equipment.length && !results.some(namesLaterVersion)
}

const namesLaterVersion = ({ budget }: ChainRows['results'][number]): boolean =>
  budget?.inputs.some(({ from }) => from && 'certificate' in from && (from.version ?? 1) > 1) ?? false

const withLast = (records: ChainRecords): Recorded => ({ records, lastRecordedAt: latestIn(records) })

/** The last moment at which anything of it was recorded; budgets, which hold none, are most of it. */
function latestIn(value: unknown): number {
  if (typeof value !== 'object' || value === null || value instanceof Date) return -Infinity
  let latest = -Infinity
  for (const name in value) {
    if (name === 'budget' || name === 'links') continue
    const member: unknown = value[name as keyof typeof value]
    const moment = name === 'recordedAt' && member instanceof Date ? member.getTime() : latestIn(member)
    if (moment > latest) latest = moment
  }
  return latest
}

const nothing: ChainRows = {
  results: [],
  links: [],
  calibrations: [],
  certificates: [],
  events: [],
  equipment: [],
  equipmentEvents: [],
  classes: [],
  restrictions: [],
  references: [],
  evidence: [],
  organizations: [],
  competences: [],
  competenceVersions: [],
  competenceStatuses: [],
  comparisons: [],
  authorizations: [],
  documents: [],
}
