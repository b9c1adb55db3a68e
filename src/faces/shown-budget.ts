import type { Budget, BudgetLine, Result } from './certificate.ts'
import { coherentUnit, differenceIn, unitOfLine, valueIn } from './in-units.ts'

/** A line of a budget in units that a person reads: those of the result wherever that can be. */
export interface ShownLine {
  readonly symbol: string
  readonly unit: string
  readonly estimate: number
  readonly standardUncertainty: number
  readonly degreesOfFreedom: number | 'infinity'
  readonly distribution?: string | undefined
  /** Unit of the result over unit of the line. */
  readonly sensitivity: number
  /** In the unit of the result (GUM 5.1.3). */
  readonly contribution: number
  readonly share: number
  readonly from?: BudgetLine['from']
  readonly isTyped?: boolean
}

/** A budget with its end: u, k and U, and the result as it is reported. */
export interface ShownBudget {
  readonly output: string
  readonly unit: string
  readonly model: Readonly<Record<string, string>>
  readonly lines: readonly ShownLine[]
  readonly correlations: NonNullable<Budget['correlations']>
  readonly estimate: number
  readonly standardUncertainty: number
  readonly effectiveDegreesOfFreedom?: number | 'infinity' | undefined
  readonly coverageFactor?: number | undefined
  readonly coverageProbability?: number | undefined
  readonly expandedUncertainty?: number | undefined
  readonly reported: {
    readonly value: string
    readonly expandedUncertainty?: string | undefined
    readonly coverageFactor?: string | undefined
    readonly coverageProbability?: string | undefined
  }
}

/** The budget of a result as it is kept, read in the unit of the result (GUM 7.2.7; ISO/IEC 17025:2017, 7.6). */
export function shownBudget(result: Result): ShownBudget | undefined {
  const { budget, unit } = result
  if (budget === undefined) return undefined
  return {
    output: budget.output,
    unit,
    model: budget.model.outputs,
    lines: budget.lines.map((line) => shownLine(line, unit)),
    correlations: budget.correlations ?? [],
    estimate: result.estimate,
    standardUncertainty: result.standardUncertainty ?? 0,
    effectiveDegreesOfFreedom: result.effectiveDegreesOfFreedom,
    coverageFactor: result.coverageFactor,
    coverageProbability: result.coverageProbability,
    expandedUncertainty: result.expandedUncertainty,
    reported: result.reported,
  }
}

function shownLine(line: BudgetLine, ofResult: string): ShownLine {
  const unit = unitOfLine(line.unit, ofResult)
  return {
    symbol: line.symbol,
    unit,
    estimate: valueIn(line.estimate, line.unit, unit),
    standardUncertainty: differenceIn(line.standardUncertainty, line.unit, unit),
    degreesOfFreedom: line.degreesOfFreedom,
    distribution: line.distribution,
    sensitivity: sensitivityIn(line, unit, ofResult),
    contribution: differenceIn(line.contribution, coherentUnit(ofResult), ofResult),
    share: line.share,
    from: line.from,
    ...(line.typed === true && { isTyped: true }),
  }
}

/** Of the result in its unit, for one unit of the input. */
const sensitivityIn = (line: BudgetLine, unit: string, ofResult: string): number =>
  differenceIn(line.sensitivity, coherentUnit(ofResult), ofResult) * differenceIn(1, unit, line.unit)
