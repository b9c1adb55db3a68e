import { within } from '#refusal.ts'
import { noMoment } from '#metrology/distributions/distribution.refusals.ts'
import type { Distribution } from '#metrology/distributions/distribution.ts'
import { distributionOf, type DistributionStatement } from '#metrology/distributions/stated-distribution.ts'
import { member, optionalNumberOf, positiveOf, probabilityOf } from '#metrology/stated-task/members.ts'
import { acceptanceAt } from './acceptance-limit.ts'
import type { ConformityData, RiskAnswer, StatedRow } from './conformity-task.ts'
import { globalRisk, guardBandForTarget, guarded, outOfTolerance, type Inspection } from './global-risk.ts'
import { riskOfRow } from './guard-band-rules.ts'
import { effectiveLimits } from './prior.ts'
import { limitsOf } from './stated-limits.ts'

function priorOf(stated: DistributionStatement): Distribution {
  const prior = distributionOf(stated)
  if (Number.isFinite(prior.mean + prior.standardDeviation)) return prior
  throw noMoment(stated.type, {}, { pointer: '/degreesOfFreedom' })
}

/** What is inspected, and how. */
export function inspectionOf(data: ConformityData): Inspection {
  const [stated, measurement] = [member(data, 'prior'), member(data, 'measurement')]
  const prior = within('/prior', () => priorOf(stated))
  const standardUncertainty = within('/measurement', () => positiveOf(measurement, 'standardUncertainty'))
  return { prior, standardUncertainty, tolerance: effectiveLimits(prior, limitsOf(data)) }
}

/** Without a guard band, with the one that is asked for, and with the one that has the target. */
export function risks(data: ConformityData): RiskAnswer {
  const inspection = inspectionOf(data)
  const { tolerance } = inspection
  const w = optionalNumberOf(data, 'guardBand')
  return {
    priorProbabilityOutOfTolerance: outOfTolerance(inspection),
    ...globalRisk(inspection, tolerance),
    ...(w !== undefined && {
      withGuardBand: { ...globalRisk(inspection, guarded(tolerance, w)), ...acceptanceAt(tolerance, w) },
    }),
    ...(data.targetConsumerRisk !== undefined &&
      atTarget(inspection, probabilityOf(data, 'targetConsumerRisk'))),
  }
}

function atTarget(inspection: Inspection, target: number): Partial<RiskAnswer> {
  const w = guardBandForTarget(inspection, target)
  const acceptance = guarded(inspection.tolerance, w)
  const { lower, upper } = acceptance
  const single = lower === undefined ? upper : upper === undefined ? lower : undefined
  return {
    targetConsumerRisk: target,
    guardBandForTarget: w,
    ...(single === undefined
      ? { acceptanceLimitsForTarget: acceptance }
      : { acceptanceLimitForTarget: single }),
    producerRiskAtTarget: globalRisk(inspection, acceptance).producerRisk,
  }
}

export const riskRow = (row: StatedRow, i: number) =>
  within(`/rows/${i}`, () =>
    riskOfRow({
      specificationInSigma: positiveOf(row, 'specificationInSigma'),
      testUncertaintyRatio: positiveOf(row, 'testUncertaintyRatio'),
      guardBandFactor: row.guardBandFactor === undefined ? 1 : positiveOf(row, 'guardBandFactor'),
    }),
  )
