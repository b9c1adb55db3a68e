import type { ResultNode } from '../graph.ts'
import type { Words } from '../records.ts'
import { standardsOf } from '../graph.ts'
import type { AlsoNeeded, CompetenceRoute } from '../policies.ts'
import type { CompetenceRecord, CompetenceVersion } from '../records.ts'

import { dayOf, organizationNamed, ruleOn } from './outcome.ts'
import type { Evidence, RuleOutcome, Setting } from './outcome.ts'
import { coverageOf, nearestMiss } from './scope.ts'
import type { Shortfall } from './scope.ts'

/** Whether, and by which route, the issuer was competent for one result on the days of its calibration. */
export type Assessment =
  | {
      readonly held: 'by-competence'
      readonly route: CompetenceRoute
      readonly competence: CompetenceRecord
      readonly version: CompetenceVersion
    }
  | { readonly held: 'by-root'; readonly route: CompetenceRoute; readonly reference: string }
  | { readonly held: 'no'; readonly shortfall?: Shortfall }
  | { readonly held: 'nothing-recorded' }

export const isAnchored = (assessment: Assessment): boolean =>
  (assessment.held === 'by-competence' || assessment.held === 'by-root') && assessment.route.anchors

export function assessCompetence(setting: Setting, node: ResultNode): Assessment {
  const held = setting.known.competencesOf(node.certificate.laboratoryId)
  const missed: Shortfall[] = []
  for (const route of setting.policy.routes) {
    if (!admits(setting, route, node)) continue
    const root = rootHeld(setting, route, node)
    if (root !== undefined) return { held: 'by-root', route, reference: root }
    const found = firstCovering(setting, held, route.competence, node)
    missed.push(...found.missed)
    if (found.competence === undefined) continue
    const also = missingBeside(setting, route.also, node)
    if (also === undefined) return { held: 'by-competence', route, ...found.competence }
    missed.push(also)
  }
  const shortfall = nearestMiss(missed)
  if (shortfall !== undefined) return { held: 'no', shortfall }
  return held.length === 0 ? { held: 'nothing-recorded' } : { held: 'no' }
}

function admits(setting: Setting, route: CompetenceRoute, node: ResultNode): boolean {
  const { kind, laboratoryId } = node.certificate
  const roles = setting.known.organizations.get(laboratoryId)?.roles ?? []
  const hasRole = route.roles === undefined || route.roles.some((role) => roles.includes(role))
  return hasRole && (route.certificateKinds === undefined || route.certificateKinds.includes(kind))
}

/** A national standard its own keeper calibrated from: reached by this result, held by this laboratory. */
function rootHeld(setting: Setting, route: CompetenceRoute, node: ResultNode): string | undefined {
  if (route.holdsRoot === undefined) return undefined
  for (const id of standardsOf(setting.chain, node.id)) {
    const root = setting.chain.nodes.get(id)
    if (root?.kind !== 'reference' || root.reference.holderId !== node.certificate.laboratoryId) continue
    if (route.holdsRoot.includes(root.reference.kind)) return root.reference.code
  }
  return undefined
}

function firstCovering(
  setting: Setting,
  held: readonly CompetenceRecord[],
  kinds: readonly string[],
  node: ResultNode,
) {
  const missed: Shortfall[] = []
  const claimedFirst = held
    .filter((one) => kinds.includes(one.kind))
    .toSorted(
      (a, b) =>
        Number(b.id === node.certificate.competenceId) - Number(a.id === node.certificate.competenceId),
    )
  for (const competence of claimedFirst) {
    const coverage = coverageOf(setting, competence, node)
    if ('version' in coverage) return { competence: { competence, version: coverage.version }, missed }
    missed.push(coverage)
  }
  return { competence: undefined, missed }
}

/** Verification for others needs an authorisation beside the examined standard. */
function missingBeside(
  setting: Setting,
  also: AlsoNeeded | undefined,
  node: ResultNode,
): Shortfall | undefined {
  const { kind, laboratoryId, equipmentId } = node.certificate
  if (also === undefined || !also.certificateKinds.includes(kind)) return undefined
  if (setting.known.equipment.get(equipmentId)?.ownerId === laboratoryId) return undefined
  const roles = setting.known.organizations.get(laboratoryId)?.roles ?? []
  if (also.exceptRoles.some((role) => roles.includes(role))) return undefined
  const found = firstCovering(setting, setting.known.competencesOf(laboratoryId), also.competence, node)
  if (found.competence !== undefined) return undefined
  return nearestMiss(found.missed) ?? { missed: 'authorization-missing', competence: '' }
}

/** R10: the issuer was competent on the calibration dates by a route of the policy. */
export function issuerCompetent(setting: Setting, node: ResultNode, assessment: Assessment): RuleOutcome {
  const rule = ruleOn('R10', node)
  const lab = organizationNamed(setting.known, node.certificate.laboratoryId)
  const days = {
    from: dayOf(setting, node.certificate.started),
    to: dayOf(setting, node.certificate.finished),
  }
  switch (assessment.held) {
    case 'nothing-recorded':
      return rule.unknown('no-competence-recorded', 'indeterminate', {
        en: `No competence of ${lab.en} is recorded.`,
        zh: `未记录${lab.zh}的任何能力证明。`,
      })
    case 'no':
      return missedOutcome(setting, node, assessment.shortfall)
    case 'by-root': {
      const evidence: Evidence[] = [{ record: 'reference', id: assessment.reference, day: days.to }]
      const message = routeWords(lab, assessment.route, assessment.reference)
      return rule.pass(`route-${assessment.route.code}`, message, evidence)
    }
    case 'by-competence': {
      const { route, competence } = assessment
      const evidence: Evidence[] = [{ record: 'competence', id: competence.code, day: days.to }]
      const message = routeWords(lab, route, competence.code)
      if (route.effect === 'none') return rule.pass(`route-${route.code}`, message, evidence)
      return rule.warn(
        `lower-route-${route.code}`,
        route.effect,
        withReason(setting, node, message),
        evidence,
      )
    }
  }
}

const routeWords = (lab: Words, route: CompetenceRoute, by: string): Words => ({
  en: `${lab.en} was competent by route ${route.code} (${route.name.en}): ${by}.`,
  zh: `${lab.zh}按途径 ${route.code}（${route.name.zh}）具备能力：${by}。`,
})

/** When only a lower route holds, the reader wants to know what became of the higher one. */
function withReason(setting: Setting, node: ResultNode, message: Words): Words {
  const { laboratoryId } = node.certificate
  const better = setting.policy.routes.filter((one) => one.effect === 'none' && admits(setting, one, node))
  const missed = better.flatMap(
    (route) =>
      firstCovering(setting, setting.known.competencesOf(laboratoryId), route.competence, node).missed,
  )
  const shortfall = nearestMiss(missed)
  if (shortfall === undefined) return message
  const words = shortfallWords[shortfall.missed](shortfall)
  return { en: `${message.en} ${words.en}`, zh: `${message.zh}${words.zh}` }
}

function missedOutcome(setting: Setting, node: ResultNode, shortfall: Shortfall | undefined): RuleOutcome {
  const rule = ruleOn('R10', node)
  const lab = organizationNamed(setting.known, node.certificate.laboratoryId)
  const policy = setting.policy
  if (shortfall === undefined)
    return rule.fail('no-admitted-competence', 'not-traceable', {
      en: `${lab.en} holds no competence that ${policy.code} admits.`,
      zh: `${lab.zh}没有${policy.name.zh}所承认的能力证明。`,
    })
  const words = shortfallWords[shortfall.missed](shortfall)
  const evidence: Evidence[] = [
    {
      record: 'competence',
      id: shortfall.competence,
      ...(shortfall.day !== undefined && { day: shortfall.day }),
    },
  ]
  return rule.fail(
    shortfall.missed === 'authorization-missing' ? shortfall.missed : `competence-${shortfall.missed}`,
    'not-traceable',
    { en: `${lab.en}: ${words.en}`, zh: `${lab.zh}：${words.zh}` },
    evidence,
  )
}

const shortfallWords: Readonly<Record<Shortfall['missed'], (s: Shortfall) => Words>> = {
  suspended: (s) => ({
    en: `${s.competence} was suspended on ${s.day}.`,
    zh: `${s.competence} 在 ${s.day} 处于暂停状态。`,
  }),
  withdrawn: (s) => ({
    en: `${s.competence} was withdrawn by ${s.day}.`,
    zh: `${s.competence} 在 ${s.day} 已被撤销。`,
  }),
  expired: (s) => ({
    en: `${s.competence} had lapsed by ${s.day}.`,
    zh: `${s.competence} 在 ${s.day} 已过有效期。`,
  }),
  'not-yet-valid': (s) => ({
    en: `${s.competence} was not valid yet on ${s.day}.`,
    zh: `${s.competence} 在 ${s.day} 尚未生效。`,
  }),
  'outside-range': (s) => ({
    en: `the point is outside the range of ${s.competence}.`,
    zh: `测量点超出 ${s.competence} 的范围。`,
  }),
  'other-method': (s) => ({
    en: `the method is not in ${s.competence}.`,
    zh: `方法不在 ${s.competence} 之内。`,
  }),
  'other-site': (s) => ({
    en: `the place is not in ${s.competence}.`,
    zh: `地点不在 ${s.competence} 之内。`,
  }),
  'other-kind': (s) => ({
    en: `${s.competence} does not cover this measurand.`,
    zh: `${s.competence} 不覆盖该被测量。`,
  }),
  'authorization-missing': () => ({
    en: 'verification for others needs an authorisation, and none is recorded.',
    zh: '对外检定须有计量授权，未见记录。',
  }),
}

/** The cited edition was in force on the day, or the deviation is justified (ISO/IEC 17025:2017, 7.2.1); only a flag. */
export function methodInForce(setting: Setting, node: ResultNode): RuleOutcome | undefined {
  const { methodDocumentId, methodDeviation, finished } = node.certificate
  const document = methodDocumentId === undefined ? undefined : setting.known.documents.get(methodDocumentId)
  if (document === undefined) return undefined
  const day = dayOf(setting, finished)
  const isInForce = (document.inForceFrom ?? '') <= day && day <= (document.inForceTo ?? '9999')
  if (isInForce) return undefined
  const rule = ruleOn('R10', node)
  const evidence: Evidence[] = [{ record: 'normative-document', id: document.code, day }]
  if (methodDeviation !== undefined)
    return rule.pass(
      'method-edition-justified',
      {
        en: `${document.code} was not in force on ${day}; justified: ${methodDeviation}`,
        zh: `${document.code} 在 ${day} 非有效版本；已说明理由：${methodDeviation}`,
      },
      evidence,
    )
  return rule.warn(
    'method-edition-not-in-force',
    'none',
    { en: `${document.code} was not in force on ${day}.`, zh: `${document.code} 在 ${day} 非有效版本。` },
    evidence,
  )
}
