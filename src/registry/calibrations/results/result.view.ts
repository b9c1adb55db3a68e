import type {
  BudgetLine,
  CalibrationResultView,
  ConformityStatement,
  DegreesOfFreedom,
  LocalizedText,
  UncertaintyBudget,
} from '#contract/types.ts'
import type { StoredBudget, StoredInput } from '#metrology/budget/stored-budget.ts'
import type { CalibrationResult } from '../calibration-result.entity.ts'

/** A result as it is shown on the calibration, and as it is written into the certificate. */
export function viewResult(result: CalibrationResult): CalibrationResultView {
  const { intervalLower, intervalUpper, intervalUnit, parameters } = result
  const interval =
    intervalLower !== null && intervalLower !== undefined && intervalUpper && intervalUnit
      ? {
          lower: { value: intervalLower, unit: intervalUnit },
          upper: { value: intervalUpper, unit: intervalUnit },
        }
      : undefined
  const { code: measurandKind, name } = result.measurandKind.getEntity()
  return {
    code: result.code,
    measurandKind,
    measurandName: name as LocalizedText,
    stage: result.stage,
    point: {
      nominal: { value: result.nominal, unit: result.nominalUnit },
      ...(Object.keys(parameters).length > 0 && { parameters }),
    },
    ...(interval && { interval }),
    unit: result.unit,
    estimate: result.estimate,
    ...figuresOf(result),
    reported: reportedOf(result),
    ...(result.budget && { budget: viewBudget(result.budget) }),
    ...(result.conformity ? { conformity: result.conformity as ConformityStatement } : {}),
  }
}

function figuresOf(result: CalibrationResult) {
  const { standardUncertainty, coverageFactor, coverageProbability, expandedUncertainty } = result
  return {
    ...(stated(standardUncertainty) && {
      standardUncertainty,
      effectiveDegreesOfFreedom: degrees(result.degreesOfFreedom ?? null),
    }),
    ...(stated(coverageFactor) && { coverageFactor }),
    ...(stated(coverageProbability) && { coverageProbability }),
    ...(stated(expandedUncertainty) && { expandedUncertainty }),
  }
}

const stated = (figure: number | null | undefined): figure is number =>
  figure !== null && figure !== undefined

export const degrees = (stored: number | null): DegreesOfFreedom => stored ?? 'infinity'

/** As it is printed: k with two decimals unless it is a round number, the probability as a percentage. */
export function reportedOf(result: CalibrationResult): CalibrationResultView['reported'] {
  const { coverageFactor, coverageProbability, reportedUncertainty } = result
  return {
    value: result.reportedEstimate,
    ...(reportedUncertainty && { expandedUncertainty: reportedUncertainty }),
    unit: result.unit,
    ...(stated(coverageFactor) && { coverageFactor: String(Number(coverageFactor.toFixed(2))) }),
    ...(stated(coverageProbability) && {
      coverageProbability: `${Number((coverageProbability * 100).toFixed(2))} %`,
    }),
  }
}

function viewBudget({
  engine,
  model,
  output,
  coverage,
  correlations,
  joint,
  sharing = [],
  inputs,
}: StoredBudget): UncertaintyBudget {
  return {
    engine,
    model: { outputs: model },
    output,
    coverage,
    ...(correlations.length > 0 && { correlations }),
    ...(joint && { joint }),
    ...(sharing.length > 0 && { sharing: sharing.map(viewSharing) }),
    lines: inputs.map(viewLine),
  }
}

const viewSharing = ({ inputs, degreesOfFreedom }: NonNullable<StoredBudget['sharing']>[number]) => ({
  inputs,
  degreesOfFreedom: degrees(degreesOfFreedom),
})

const viewLine = ({ measurandKind: _, degreesOfFreedom, ...line }: StoredInput): BudgetLine => ({
  ...line,
  degreesOfFreedom: degrees(degreesOfFreedom),
})
