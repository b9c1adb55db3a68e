import type { StoredInput } from '#metrology/budget/stored-budget.ts'
import type {
  ConformityOutcome,
  ConformityRecord,
  LinkRecord,
  PointOfUse,
  ResultRecord,
  Upstream,
} from '#metrology/traceability/records.ts'
import type { ChainRows, LinkRow, ResultRow, StoredConformity } from './chain-rows.ts'
import { coherentValue, coherentValues, figuresIn } from './coherent-figures.ts'

/** Which version of a certificate states a result: several do when an amendment is only editorial. */
export interface Statement {
  readonly certificateId: string
  readonly edition: number
  readonly isFirst: boolean
}

/** The identifier that a link names is that of the first statement; a later one is a record of its own. */
const statedId = (resultId: string, { edition, isFirst }: Statement): string =>
  isFirst ? resultId : `${resultId}:${edition}`

export function resultRecords(
  rows: ChainRows,
  statements: ReadonlyMap<string, readonly Statement[]>,
): ResultRecord[] {
  const links = Map.groupBy(rows.links, ({ result }) => result)
  const calibrationOf = new Map(rows.results.map(({ id, calibration }) => [id, calibration]))
  const pinned: Pin = (resultId, edition) => {
    const stated = statements.get(calibrationOf.get(resultId) ?? '') ?? []
    const statement = stated.find((one) => one.edition === edition)
    return statement ? statedId(resultId, statement) : resultId
  }
  return rows.results.flatMap((row) =>
    (statements.get(row.calibration) ?? []).map((statement) =>
      resultRecord(row, statement, links.get(row.id) ?? [], pinned),
    ),
  )
}

/** The record of the version that a budget took its figures from. */
type Pin = (resultId: string, edition: number | undefined) => string

function resultRecord(
  row: ResultRow,
  statement: Statement,
  links: readonly LinkRow[],
  pinned: Pin,
): ResultRecord {
  const figures = figuresIn(row.unit)
  const nominal = figuresIn(row.nominalUnit)
  return {
    id: statedId(row.id, statement),
    certificateId: statement.certificateId,
    code: row.code,
    measurandKind: row.kind,
    stage: row.stage,
    point: {
      value: nominal.value(row.nominal),
      unit: row.nominalUnit,
      unitSize: nominal.unitSize,
      parameters: coherentValues(row.parameters),
    },
    interval: intervalOf(row),
    unit: row.unit,
    unitSize: figures.unitSize,
    estimate: figures.value(row.estimate),
    standardUncertainty: figures.difference(row.u),
    degreesOfFreedom: row.freedom ?? Infinity,
    expandedUncertainty: figures.difference(row.U),
    coverageFactor: row.k ?? undefined,
    coverageProbability: row.p ?? undefined,
    reportedUncertainty: row.reportedU ?? undefined,
    budget: row.budget ?? undefined,
    links: links.map((link) => linkRecord(link, row, pinned)),
    conformity: row.conformity ? conformityRecord(row.conformity) : undefined,
    ...(row.dispositions && {
      dispositions: row.dispositions.map((one) => ({ ...one, recordedAt: new Date(one.recordedAt) })),
    }),
  }
}

function intervalOf({ intervalLower, intervalUpper, intervalUnit }: ResultRow) {
  if (intervalLower === null || intervalUpper === null || intervalUnit === null) return undefined
  const { value } = figuresIn(intervalUnit)
  return { lower: value(intervalLower), upper: value(intervalUpper) }
}

function linkRecord(link: LinkRow, row: ResultRow, pinned: Pin): LinkRecord {
  const from = row.budget?.inputs.find(({ symbol }) => symbol === link.input)?.from
  const edition = from && 'certificate' in from ? from.version : undefined
  return {
    input: link.input,
    upstream: upstreamOf(link, edition, pinned),
    expectedMeasurandKind: link.expectedKind ?? row.kind,
    sensitivity: link.sensitivity,
    inputEstimate: link.estimate,
    inputStandardUncertainty: link.u,
    share: link.share,
    usedAt: link.usedAt ? pointOfUse(link.usedAt) : undefined,
    typed: link.typed,
  }
}

function upstreamOf(link: LinkRow, edition: number | undefined, pinned: Pin): Upstream {
  if (link.upstreamResult !== null) return { kind: 'result', resultId: pinned(link.upstreamResult, edition) }
  if (link.upstreamReference !== null) return { kind: 'reference', referenceId: link.upstreamReference }
  const { upstreamEquipment, upstreamComponent } = link
  return { kind: 'equipment', equipmentId: upstreamEquipment ?? '', component: upstreamComponent ?? 'main' }
}

const pointOfUse = ({ value, parameters }: NonNullable<StoredInput['usedAt']>): PointOfUse => ({
  ...(value && { value: coherentValue(value) }),
  ...(parameters && { parameters: coherentValues(parameters) }),
})

const conformityRecord = ({
  rule,
  limits: { lower, upper },
  outcome,
}: StoredConformity): ConformityRecord => ({
  rule,
  ...(lower && { lower: coherentValue(lower) }),
  ...(upper && { upper: coherentValue(upper) }),
  outcome: outcome as ConformityOutcome,
})
