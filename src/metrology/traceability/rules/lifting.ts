import type { ChainLink, ResultNode } from '../graph.ts'
import type { DispositionRecord } from '../dispositions.ts'

import { successorFinding } from './certificate-in-force.ts'
import { firstAfterUse, isShift } from './later-finding.ts'
import { certificateEvidence, dayOf, labelOf, ruleOn } from './outcome.ts'
import type { RuleOutcome, Setting } from './outcome.ts'

/*
 * Two ways lead out of a suspicion: a new value, which leaves nothing to be said, and the decision of a recall that the finding has
 * no effect on the result. That one is a judgement by somebody, so it leaves a condition; and where a statement of conformity would
 * have flipped, no such judgement lifts anything.
 */

/** How well the figures of an amended version have to meet what was found. */
const slack = 0.05

/**
 * R19: a use that a finding made suspect is lifted result by result, by a version of class *value* that was issued after the
 * finding and whose line for the standard takes it in: the new value, a step or a linear drift of it, or a u that covers the
 * shift. The former version stays as it was, and is suspect. What is not lifted is to be recalled. What was first certified
 * after the finding, and takes it in, needs no lifting.
 */
export function lifted(
  setting: Setting,
  link: ChainLink,
  standard: ResultNode,
  outcomes: readonly RuleOutcome[],
): RuleOutcome[] {
  const user = setting.chain.nodes.get(link.to)
  if (user?.kind !== 'result') return [...outcomes]
  return outcomes.flatMap((outcome) => {
    if (!isLiftable(outcome)) return [outcome]
    if (takesIn(setting, link, standard, outcome))
      return [{ ...outcome, outcome: 'warn', effect: 'none' }, resolved(setting, user, standard, outcome)]
    const decided = outcome.effect === 'suspect' ? noEffectDecided(setting, link, standard) : undefined
    if (decided)
      return [
        { ...outcome, outcome: 'warn', effect: 'traceable-with-conditions' },
        resolvedByRecall(setting, user, standard, { outcome, decided }),
      ]
    return outcome.effect === 'suspect' ? [outcome, recall(user, standard, outcome)] : [outcome]
  })
}

/** Whether the use is lifted from whatever was found about its standard; then no new value is reckoned for it again. */
export const isLifted = (setting: Setting, link: ChainLink, standard: ResultNode): boolean =>
  takesInShift(setting, link, standard) || takesInSuccessor(setting, link, standard)

const isLiftable = ({ code, effect, reason }: RuleOutcome) =>
  (code === 'R18' && effect === 'suspect') ||
  (code === 'R03' && (reason === 'superseded-value' || reason === 'not-yet-issued'))

function takesIn(setting: Setting, link: ChainLink, standard: ResultNode, { code, reason }: RuleOutcome) {
  if (code === 'R18') return takesInShift(setting, link, standard)
  if (reason === 'superseded-value') return takesInSuccessor(setting, link, standard)
  return namesLaterVersion(setting, link, standard)
}

/** When the figures of the result were stated: by the newest version, up to its own, that was not only editorial. */
function statedAt(setting: Setting, link: ChainLink): Date | undefined {
  const user = setting.chain.nodes.get(link.to)
  if (user?.kind !== 'result') return undefined
  const { origin, number, version, recordedAt } = user.certificate
  if (origin === 'draft') return recordedAt
  return setting.known
    .versionsOf(number)
    .filter((one) => one.version <= version && one.changeClass !== 'editorial')
    .at(-1)?.issuedAt
}

function takesInShift(setting: Setting, link: ChainLink, standard: ResultNode): boolean {
  const stated = statedAt(setting, link)
  const after = firstAfterUse(setting, standard, link.use)
  const isFinding = isShift(after) || after.found === 'check-failed'
  if (stated === undefined || !isFinding || dayOf(setting, stated) < after.day) return false
  const shift = isShift(after) ? after.shift : 0
  if (isEnlarged(link, standard, shift)) return true
  const moved = (link.record.inputEstimate ?? Number.NaN) - standard.result.estimate
  const steps = [shift, shift * wayTo(setting, standard, link, after.day)]
  return shift !== 0 && steps.some((step) => Math.abs(moved - step) <= slack * Math.abs(shift))
}

/** The part of a linear drift between the calibration and the finding that had happened at the use. */
function wayTo(setting: Setting, standard: ResultNode, link: ChainLink, foundOn: string): number {
  const day = (instant: Date) => Number(new Date(dayOf(setting, instant)))
  const begun = day(standard.certificate.finished)
  const whole = Number(new Date(foundOn)) - begun
  return whole <= 0 ? 1 : Math.min(1, Math.max(0, (day(link.use.to) - begun) / whole))
}

/** The line covers u of the certificate and the shift as limits of a rectangular distribution; more than u where no shift is known. */
function isEnlarged({ record }: ChainLink, { result }: ResultNode, shift: number): boolean {
  const line = record.inputStandardUncertainty
  const u = result.standardUncertainty
  if (line === undefined || u === undefined) return false
  if (shift === 0) return line >= u * (1 + slack)
  return line >= Math.hypot(u, shift / Math.sqrt(3)) * (1 - 1e-6) && line > u
}

function takesInSuccessor(setting: Setting, link: ChainLink, standard: ResultNode): boolean {
  const stated = statedAt(setting, link)
  const finding = successorFinding(setting, standard)
  const issued = finding?.successor.issuedAt
  if (finding?.found !== 'changed' || stated === undefined || issued === undefined) return false
  const { inputEstimate = Number.NaN, inputStandardUncertainty: line = 0 } = link.record
  const { estimate, standardUncertainty: u = 0 } = finding.result
  const change = Math.abs(estimate - standard.result.estimate)
  const isNew = Math.abs(inputEstimate - estimate) <= Math.max(slack * change, Math.abs(estimate) * 1e-12)
  return stated >= issued && isNew && line >= u * (1 - slack)
}

/** The first version of the certificate was there when the work was done, and this one when the result was stated. */
function namesLaterVersion(setting: Setting, link: ChainLink, standard: ResultNode): boolean {
  const stated = statedAt(setting, link)
  const { number, version, issuedAt } = standard.certificate
  const first = setting.known.versionsOf(number)[0]
  if (stated === undefined || issuedAt === undefined || first?.issuedAt === undefined) return false
  return first.version < version && first.issuedAt <= link.use.to && issuedAt <= stated
}

/** The last decision of a recall about this standard, made of this result after the finding, if it is that there is no effect. */
function noEffectDecided(
  setting: Setting,
  link: ChainLink,
  standard: ResultNode,
): DispositionRecord | undefined {
  const user = setting.chain.nodes.get(link.to)
  if (user?.kind !== 'result') return undefined
  const after = firstAfterUse(setting, standard, link.use)
  const foundOn = 'day' in after ? after.day : ''
  const about = (user.result.dispositions ?? []).filter((one) => isAbout(setting, standard, one))
  const lasts = [...Map.groupBy(about, ({ recall }) => recall).values()].map((decisions) => decisions.at(-1))
  return lasts.find(
    (one) => one?.decision === 'no-effect' && !one.flipped && dayOf(setting, one.recordedAt) >= foundOn,
  )
}

function isAbout(
  setting: Setting,
  { certificate, result }: ResultNode,
  { about }: DispositionRecord,
): boolean {
  if ('reference' in about) return false
  if ('certificate' in about)
    return about.certificate === certificate.number && (about.result ?? result.code) === result.code
  const code = setting.known.equipment.get(certificate.equipmentId)?.code
  return about.equipment === code && (about.component ?? certificate.component) === certificate.component
}

function resolvedByRecall(
  setting: Setting,
  user: ResultNode,
  standard: ResultNode,
  {
    outcome: { code, reason },
    decided: { recall, recordedAt },
  }: { readonly outcome: RuleOutcome; readonly decided: DispositionRecord },
) {
  const by = labelOf(standard)
  const day = dayOf(setting, recordedAt)
  return ruleOn('R19', standard).pass(
    'resolved-by-recall',
    {
      en: `Recall ${recall} decided on ${day} that what was found about ${by} (${code} ${reason}) has no effect on ${labelOf(user)}.`,
      zh: `召回 ${recall} 于 ${day} 认定对 ${by} 的发现（${code} ${reason}）不影响 ${labelOf(user)}。`,
    },
    [{ record: 'recall', id: recall, day }],
  )
}

function resolved(setting: Setting, user: ResultNode, standard: ResultNode, { code, reason }: RuleOutcome) {
  const { number, version, issuedAt } = user.certificate
  const by = labelOf(standard)
  return ruleOn('R19', standard).pass(
    'resolved',
    {
      en: `Version ${version} of ${number} takes in what is known now of ${by} (${code} ${reason}).`,
      zh: `${number} 第 ${version} 版已计入对 ${by} 的现有认识（${code} ${reason}）。`,
    },
    [certificateEvidence(user, issuedAt && dayOf(setting, issuedAt))],
  )
}

/** A flag: that the use is suspect has been said by the rule that found it. */
function recall(user: ResultNode, standard: ResultNode, { code }: RuleOutcome): RuleOutcome {
  const { number } = user.certificate
  const by = labelOf(standard)
  return ruleOn('R19', standard).warn(
    'recall',
    'none',
    {
      en: `No amended version of ${number} takes in what was found about ${by} (${code}): amend it or recall it.`,
      zh: `${number} 尚无计入对 ${by} 的发现（${code}）的修改版：须修改证书或召回。`,
    },
    [certificateEvidence(user)],
  )
}
