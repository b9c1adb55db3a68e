import { figureBefore, type DecidedFigure } from '#metrology/traceability/impact/decision.ts'
import {
  reevaluateOne,
  upstreamKey,
  type ChangedStandard,
} from '#metrology/traceability/impact/hypothesis.ts'
import type { LinkRecord, ResultRecord } from '#metrology/traceability/records.ts'
import type { ChainRows } from '../traceability/chain-rows.ts'
import { resultRecords } from '../traceability/result-records.ts'
import type { DeviceUse } from './device-uses.ts'
import { linksOf, type ImpactedRow } from './impacted-rows.queries.ts'
import type { Changes } from './suppose.ts'

/** A result downstream, before and after; figures in its coherent unit. */
export interface Impacted {
  readonly row: ImpactedRow
  /** Through what it rests on the subject: what stands directly above it, each once. */
  readonly standards: readonly Between[]
  /** Steps from the subject, by the longest way. */
  readonly depth: number
  readonly before: DecidedFigure
  readonly after: DecidedFigure
  readonly flipped: boolean
  /** It has no value any more. */
  readonly lost: boolean
}

/** A result between the subject and another one, or the subject itself. */
export type Between = 'subject' | NamedResult

/** What names a result, and for whom. */
export type NamedResult = Pick<
  ImpactedRow,
  'certificate' | 'code' | 'visibility' | 'issuerId' | 'customerId' | 'ownerId'
>

/** What is supposed, and which uses of the subject it concerns. */
export interface Supposition {
  /** By `upstreamKey`; nothing is supposed where there are none. */
  readonly changes: Changes
  /** Keys of the subject itself. */
  readonly subject: ReadonlySet<string>
  /** The results that used the subject within the window; undefined where every use counts. */
  readonly uses: ReadonlySet<string> | undefined
  readonly devices: readonly DeviceUse[]
}

/** What is remembered of a result until everything that used it has been evaluated. */
interface Remembered {
  readonly name: Between
  readonly depth: number
  readonly change: ChangedStandard | undefined
  usesLeft: number
}

/**
 * Evaluates results one after the other, standards before what used them. Remembered is of each only what those below need,
 * and only until the last of them has come by: memory grows with the standards under way, not with the results.
 */
export function downstreamEvaluator(supposition: Supposition): (rows: readonly ImpactedRow[]) => Impacted[] {
  const { changes, subject, uses, devices } = supposition
  const remembered = new Map<string, Remembered>()
  const sources = new Map(devices.map(({ result, input, from }) => [`${result} ${input}`, from]))

  const sourceOf = (row: ImpactedRow, link: LinkRecord): string =>
    link.upstream.kind === 'equipment'
      ? (sources.get(`${row.id} ${link.input}`) ?? '')
      : upstreamKey(link.upstream)

  const aboveOf = (row: ImpactedRow, source: string): Remembered | undefined => {
    const isSubject = subject.has(source) && (uses === undefined || uses.has(row.id))
    return isSubject
      ? { name: 'subject', depth: 0, change: changes.get(source), usesLeft: Infinity }
      : remembered.get(source)
  }

  const evaluate = (row: ImpactedRow, record: ResultRecord): Impacted => {
    const changed = new Map<string, ChangedStandard>()
    const standards = new Set<Between>()
    let depth = 0
    for (const link of record.links) {
      const source = sourceOf(row, link)
      const above = aboveOf(row, source)
      if (!above) continue
      standards.add(above.name)
      depth = Math.max(depth, above.depth + 1)
      if (above.change) changed.set(upstreamKey(link.upstream), above.change)
      above.usesLeft -= 1
      if (above.usesLeft === 0 && devices.length === 0) remembered.delete(source)
    }
    const found = changed.size > 0 ? reevaluateOne(record, changed, new Date(row.finished)) : undefined
    const isUsed = row.uses > 0 || devices.length > 0
    if (isUsed) remembered.set(row.id, { name: nameOf(row), depth, change: found, usesLeft: row.uses })
    const before = found?.before ?? figureBefore(record)
    return {
      row,
      standards: [...standards],
      depth,
      before,
      after: found?.after ?? before,
      flipped: found?.flipped ?? false,
      lost: found?.lost ?? false,
    }
  }

  return (rows) => {
    const records = recordsOf(rows)
    return rows.flatMap((row) => {
      const record = records.get(row.id)
      return record ? [evaluate(row, record)] : []
    })
  }
}

const nameOf = ({
  certificate,
  code,
  visibility,
  issuerId,
  customerId,
  ownerId,
}: ImpactedRow): NamedResult => ({
  certificate,
  code,
  visibility,
  issuerId,
  customerId,
  ownerId,
})

/** Each result once, as the newest version of its certificate states it. */
function recordsOf(rows: readonly ImpactedRow[]): ReadonlyMap<string, ResultRecord> {
  const links = rows.flatMap(linksOf)
  const statements = new Map(
    rows.map(({ calibration, certificateId, version }) => [
      calibration,
      [{ certificateId, edition: version, isFirst: true }],
    ]),
  )
  const records = resultRecords({ results: rows, links } as unknown as ChainRows, statements)
  return new Map(records.map((record) => [record.id, record]))
}
