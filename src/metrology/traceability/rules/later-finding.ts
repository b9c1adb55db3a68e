import type { ResultNode, Use } from '../graph.ts'
import type { EquipmentEvent, HistoryRecord } from '../records.ts'

import { certificateEvidence, dayOf, figure, ruleOn } from './outcome.ts'
import type { Evidence, RuleOutcome, Setting } from './outcome.ts'
import { isPassedCheck } from './item-state.ts'

interface Finding {
  /** Certificate number or event identifier. */
  readonly number: string
  readonly day: string
  readonly record: 'certificate' | 'equipment-event'
}

/** The first thing that was learned about the item after it was used. */
export type AfterUse =
  | { readonly found: 'nothing' }
  | (Finding & {
      readonly found:
        | 'check-passed'
        | 'check-failed'
        | 'as-found-good'
        | 'found-in-guard-band'
        | 'as-found-unjudged'
        | 'not-found'
    })
  | (Finding & { readonly found: 'out-of-tolerance' | 'shifted'; readonly shift: number })

/**
 * Walks forward from the use to the first evidence about the state the item was in: a passed intermediate check ends the
 * window in which a later finding matters (ISO/IEC 17025:2017, 7.10), an adjustment without as-found destroys the evidence.
 * A bad finding between the calibration and the use needs no walk; a check that failed is redeemed by one that passed.
 */
export function firstAfterUse(setting: Setting, node: ResultNode, use: Use): AfterUse {
  const steps = stepsAfterCalibration(setting, node)
  const before = steps.filter((step) => step.at < use.to)
  const known = before.find((step) => isShift(step.after)) ?? lastCheck(before)
  return (known ?? steps.find((step) => step.at >= use.to))?.after ?? { found: 'nothing' }
}

function lastCheck(steps: readonly Step[]): Step | undefined {
  const last = steps.findLast(({ after }) => after.found === 'check-failed' || after.found === 'check-passed')
  return last?.after.found === 'check-failed' ? last : undefined
}

/** The next as-found that says the item was in tolerance, if nothing before it took the evidence away. */
export function nextFoundGood(setting: Setting, node: ResultNode, use: Use): Finding | undefined {
  const next = stepsAfterCalibration(setting, node)
    .filter((step) => step.at >= use.to)
    .find((step) => step.after.found !== 'check-passed')?.after
  return next?.found === 'as-found-good' ? next : undefined
}

/** Findings that carry a shift: the value that was used can be corrected by it. */
export const isShift = (after: AfterUse): after is Extract<AfterUse, { shift: number }> =>
  after.found === 'out-of-tolerance' || after.found === 'shifted'

function stepsAfterCalibration(setting: Setting, node: ResultNode): Step[] {
  const { certificate, result } = node
  const later = setting.known
    .historyOf(certificate.equipmentId, certificate.component)
    .filter((one) => one.started >= certificate.finished && one.certificateNumber !== certificate.number)
    .filter((one) => one.measurandKind === result.measurandKind)
  const calibrations = [...Map.groupBy(later, (one) => one.certificateId).values()]
  const steps = [
    ...calibrations.map((group) => calibrationStep(setting, node, group)),
    ...eventsAfter(setting, node)
      .filter((event) => !isPartOf(event, calibrations))
      .map((event) => eventStep(setting, event)),
  ]
  return steps.toSorted((a, b) => Number(a.at) - Number(b.at))
}

interface Step {
  readonly at: Date
  readonly after: AfterUse
}

function eventsAfter(setting: Setting, node: ResultNode): EquipmentEvent[] {
  const { equipmentId, component, finished } = node.certificate
  return (setting.known.equipment.get(equipmentId)?.events ?? []).filter(
    (event) =>
      event.occurredAt >= finished &&
      (event.component === undefined || event.component === component) &&
      (isPassedCheck(event) || isFailedCheck(event) || isAdjustment(event)),
  )
}

const isAdjustment = (event: EquipmentEvent) => event.kind === 'adjustment' || event.kind === 'repair'
const isFailedCheck = (event: EquipmentEvent) =>
  event.kind === 'intermediate-check' && event.outcome === 'failed'

/** An adjustment within a calibration is judged by the as-found of that calibration. */
const isPartOf = (event: EquipmentEvent, calibrations: readonly (readonly HistoryRecord[])[]) =>
  isAdjustment(event) &&
  calibrations.some((group) =>
    group.some(({ started, finished }) => started <= event.occurredAt && event.occurredAt <= finished),
  )

function eventStep(setting: Setting, event: EquipmentEvent): Step {
  const found = isPassedCheck(event) ? 'check-passed' : isFailedCheck(event) ? 'check-failed' : 'not-found'
  const day = dayOf(setting, event.occurredAt)
  return { at: event.occurredAt, after: { found, number: event.id, day, record: 'equipment-event' } }
}

function calibrationStep(setting: Setting, node: ResultNode, group: readonly HistoryRecord[]): Step {
  const [first] = group
  const at = first?.started ?? new Date(0)
  const finding = {
    number: first?.certificateNumber ?? '',
    day: dayOf(setting, at),
    record: 'certificate',
  } as const
  const asFound = group.filter((one) => one.stage !== 'as-left')
  if (asFound.length === 0) return { at, after: { found: 'not-found', ...finding } }
  const comparable = samePoint(node, asFound)
  const failed = comparable.find((one) => isRefused(one) && !isWithinLimits(one))
  const shifts = comparable
    .filter((one) => isSamePoint(node, one))
    .map((one) => one.estimate - node.result.estimate)
  const shift = shifts.toSorted((a, b) => Math.abs(b) - Math.abs(a))[0] ?? 0
  if (failed !== undefined) return { at, after: { found: 'out-of-tolerance', shift, ...finding } }
  return { at, after: withoutFailure(setting, node, { shift, comparable, finding }) }
}

function withoutFailure(
  setting: Setting,
  node: ResultNode,
  seen: { readonly shift: number; readonly comparable: readonly HistoryRecord[]; readonly finding: Finding },
): AfterUse {
  const { shift, comparable, finding } = seen
  const allowance = driftAllowance(setting, node)
  // Allowances are stated to a few digits; a shift that equals one up to rounding is inside.
  if (allowance !== undefined && Math.abs(shift) > allowance * (1 + 1e-6))
    return { found: 'shifted', shift, ...finding }
  if (comparable.some(isRefused)) return { found: 'found-in-guard-band', ...finding }
  const isJudged = allowance !== undefined || comparable.some((one) => one.conformity !== undefined)
  return { found: isJudged ? 'as-found-good' : 'as-found-unjudged', ...finding }
}

function driftAllowance(setting: Setting, node: ResultNode): number | undefined {
  const equipment = setting.known.equipment.get(node.certificate.equipmentId)
  const allowance = equipment?.driftAllowance?.[node.result.measurandKind]
  if (allowance === undefined) return undefined
  return allowance.relative ? allowance.value * Math.abs(node.result.point.value) : allowance.value
}

const isRefused = ({ conformity }: HistoryRecord) =>
  conformity === 'fail' || conformity === 'conditional-fail'

/** Refused by a guard band and still within its limits: an item of which conformity is not shown was not found out of tolerance. */
function isWithinLimits({ estimate, limits }: HistoryRecord): boolean {
  if (limits === undefined) return false
  const { lower = -Infinity, upper = Infinity } = limits
  return lower - slackAt(lower) <= estimate && estimate <= upper + slackAt(upper)
}

/** Unit conversion moves a figure by some units in the last place. */
const slackAt = (limit: number) => (Number.isFinite(limit) ? Math.abs(limit) * 1e-12 : 0)

const isSamePoint = (node: ResultNode, one: HistoryRecord) =>
  Math.abs(one.pointValue - node.result.point.value) <= Math.abs(one.pointValue) * 1e-9

/** Findings at the point that was used decide; only where there is none do those at other points. */
function samePoint(node: ResultNode, asFound: readonly HistoryRecord[]): readonly HistoryRecord[] {
  const there = asFound.filter((one) => isSamePoint(node, one))
  return there.length > 0 ? there : asFound
}

/** R18: what was found later about the item, back to the last time it was known to be good. */
export function laterFinding(setting: Setting, node: ResultNode, use: Use): RuleOutcome {
  const rule = ruleOn('R18', node)
  const next = firstAfterUse(setting, node, use)
  const used = dayOf(setting, use.to)
  if (next.found === 'nothing')
    return rule.pass('nothing-found-later', nothingWords(used), [certificateEvidence(node)])
  const evidence: Evidence[] = [{ record: next.record, id: next.number, day: next.day }]
  const since = lastKnownGood(setting, node, use)
  switch (next.found) {
    case 'as-found-good':
      return rule.pass('found-good', goodWords(used, next), evidence)
    case 'found-in-guard-band':
      return rule.warn('found-in-guard-band', 'traceable-with-conditions', guardWords(used, next), evidence)
    case 'as-found-unjudged':
      return rule.unknown('found-unjudged', 'none', unjudgedWords(next), evidence)
    case 'check-passed':
      return rule.pass('narrowed-by-check', checkWords(used, next), evidence)
    case 'not-found':
      return rule.fail('adjusted-without-as-found', 'indeterminate', lostWords(used, next, since), evidence)
    case 'check-failed':
      return rule.fail('check-failed', 'suspect', failedWords(used, next, since), evidence)
    default: {
      const shift = figure(next.shift, node.result)
      return rule.fail(next.found, 'suspect', shiftWords(used, next, { shift, since }), evidence)
    }
  }
}

/** From when on every use is in question: the last passed check or good as-found before the use, else the calibration itself. */
function lastKnownGood(setting: Setting, node: ResultNode, use: Use): string {
  const good = stepsAfterCalibration(setting, node).findLast(
    ({ at, after }) => at < use.from && (after.found === 'check-passed' || after.found === 'as-found-good'),
  )
  return dayOf(setting, good?.at ?? node.certificate.finished)
}

const nothingWords = (used: string) => ({
  en: `Nothing is recorded about the item after its use on ${used}.`,
  zh: `${used} 使用之后没有关于该器具的记录。`,
})
const goodWords = (used: string, next: Finding) => ({
  en: `After the use on ${used} the item was found good on ${next.day} (${next.number}).`,
  zh: `${used} 使用后，${next.day} 调整前检查合格（${next.number}）。`,
})
const guardWords = (used: string, next: Finding) => ({
  en: `After the use on ${used} the item was found within its limits on ${next.day} (${next.number}), but within the guard band: its conformity is not shown.`,
  zh: `${used} 使用后，${next.day} 调整前的值在限值之内（${next.number}），但落在保护带内，未能证明其合格。`,
})
const unjudgedWords = (next: Finding) => ({
  en: `${next.number} measured it again on ${next.day}; neither limits nor a drift allowance are recorded to judge it by.`,
  zh: `${next.number} 于 ${next.day} 再次测量；没有可据以判断的限值或允许漂移。`,
})
const checkWords = (used: string, next: Finding) => ({
  en: `An intermediate check passed on ${next.day}, after the use on ${used}; later findings do not reach back.`,
  zh: `${used} 使用后，${next.day} 期间核查合格；其后的发现不追溯至此。`,
})
const lostWords = (used: string, next: Finding, since: string) => ({
  en: `The item was adjusted on ${next.day} without as-found values; last known good on ${since}, its state on ${used} cannot be known.`,
  zh: `器具于 ${next.day} 调整且无调整前数据；最近一次确认良好为 ${since}，无法确定其在 ${used} 的状态。`,
})
const failedWords = (used: string, next: Finding, since: string) => ({
  en: `An intermediate check failed on ${next.day}; the use was on ${used}, and the item was last known good on ${since}.`,
  zh: `使用日期 ${used}，最近一次确认良好为 ${since}，${next.day} 期间核查不合格。`,
})
const shiftWords = (
  used: string,
  next: Finding,
  { shift, since }: { readonly shift: string; readonly since: string },
) => ({
  en: `Used on ${used}, last known good on ${since}; found shifted by ${shift} or out of tolerance on ${next.day} (${next.number}).`,
  zh: `使用日期 ${used}，最近一次确认良好为 ${since}；${next.day} 发现偏移 ${shift} 或超差（${next.number}）。`,
})
