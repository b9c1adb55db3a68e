import { evaluateStored } from '#metrology/budget/evaluate-stored.ts'
import type { ResultRecord, Words } from '#metrology/traceability/records.ts'
import { Refusal } from '#refusal.ts'
import type { Opened } from './bundle.ts'
import { isAlike } from './is-alike.ts'
import { checkedAll, type Check } from './report.ts'

/**
 * Every budget of a certificate that was issued is evaluated again, and gives the value, u and U that are stated
 * (ISO/IEC 17025:2017, 7.6). What was transcribed keeps the figures as printed, which may be rounded.
 */
export function checkBudgets({ records }: Opened): Check {
  const issued = new Set(records.certificates.filter(({ origin }) => origin === 'issued').map(({ id }) => id))
  const budgeted = records.results.filter(
    ({ budget, certificateId }) => budget !== undefined && issued.has(certificateId),
  )
  return checkedAll('budgets', budgeted, faultOf, {
    en: `${budgeted.length} budgets evaluated again give the figures that are stated`,
    zh: `重新计算 ${budgeted.length} 份不确定度评定，结果与所列一致`,
  })
}

function faultOf(result: ResultRecord): Words | undefined {
  const { code, budget } = result
  if (!budget) return undefined
  try {
    const again = evaluateStored(budget)
    const figures = again && [again.value, again.standardUncertainty, again.expandedUncertainty]
    const stated = [result.estimate, result.standardUncertainty, result.expandedUncertainty]
    if (figures && isCloseTo(figures, stated, result.standardUncertainty ?? 0)) return undefined
  } catch (error) {
    if (!(error instanceof Refusal)) throw error
  }
  return {
    en: `the budget of result ${code} does not give the figures that are stated`,
    zh: `结果 ${code} 的不确定度评定与所列数值不符`,
  }
}

/** A value near zero is the difference of larger ones: it is compared on the scale of its uncertainty. */
function isCloseTo(
  figures: readonly (number | undefined)[],
  stated: readonly (number | undefined)[],
  u: number,
): boolean {
  const [value = NaN, ...uncertainties] = figures
  const [statedValue = NaN, ...statedUncertainties] = stated
  const isSameValue = isAlike(value, statedValue) || Math.abs(value - statedValue) <= 1e-9 * u
  return isSameValue && isAlike(uncertainties, statedUncertainties)
}
