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

export function resultRecords(rows: ChainRows): ResultRecord[] {
  const links = Map.groupBy(rows.links, ({ result }) => result)
  return rows.results.map((row) => resultRecord(row, links.get(row.id) ?? []))
}

function resultRecord(row: ResultRow, links: readonly LinkRow[]): ResultRecord {
  const figures = figuresIn(row.unit)
  const nominal = figuresIn(row.nominalUnit)
  return {
    id: row.id,
    calibrationId: row.calibration,
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
    links: links.map((link) => linkRecord(link, row)),
    conformity: row.conformity ? conformityRecord(row.conformity) : undefined,
  }
}

function intervalOf({ intervalLower, intervalUpper, intervalUnit }: ResultRow) {
  if (intervalLower === null || intervalUpper === null || intervalUnit === null) return undefined
  const { value } = figuresIn(intervalUnit)
  return { lower: value(intervalLower), upper: value(intervalUpper) }
}

const linkRecord = (link: LinkRow, row: ResultRow): LinkRecord => ({
  input: link.input,
  upstream: upstreamOf(link),
  expectedMeasurandKind: link.expectedKind ?? row.kind,
  sensitivity: link.sensitivity,
  inputEstimate: link.estimate,
  inputStandardUncertainty: link.u,
  share: link.share,
  usedAt: link.usedAt ? pointOfUse(link.usedAt) : undefined,
  typed: link.typed,
})

function upstreamOf(link: LinkRow): Upstream {
  if (link.upstreamResult !== null) return { kind: 'result', resultId: link.upstreamResult }
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
