import { statusOn } from '#metrology/competence/on-day.ts'

import type { ChainLink, ReferenceNode } from '../graph.ts'
import type { RootAdmission } from '../policies.ts'
import type { CompetenceRecord, ReferenceEvidence, ReferenceRecord } from '../records.ts'

import { dayOf, organizationNamed, ruleOn } from './outcome.ts'
import type { Evidence, RuleOutcome, Setting } from './outcome.ts'

/** These travel: a material is bought, time is received, a procedure is followed. All others are used where they are kept. */
const usedAnywhere = ['certified-reference-material', 'utc', 'agreed-procedure']

/** R15: the root is of an admitted kind and carries its own evidence, valid on the day it was used. */
export function admittedRoot(setting: Setting, node: ReferenceNode, link: ChainLink): RuleOutcome {
  const rule = ruleOn('R15', node)
  const { reference } = node
  const { policy } = setting
  const day = dayOf(setting, link.use.to)
  const admissions = policy.roots.filter((one) => one.kinds.includes(reference.kind))
  if (admissions.length === 0)
    return rule.fail('root-kind-not-admitted', 'not-traceable', {
      en: `${policy.code} does not admit a root of kind ${reference.kind}.`,
      zh: `${policy.name.zh}不承认种类为 ${reference.kind} 的参照对象。`,
    })
  const proof = firstProof(setting, reference, admissions, day)
  if (proof === undefined) return notEvidenced(setting, node, admissions, day)
  return (
    heldElsewhere(setting, node, link) ??
    rule.pass(
      'root-evidenced',
      {
        en: `Evidenced on ${day}: ${proof.map((one) => one.words).join('; ')}.`,
        zh: `${day} 证据有效：${proof.map((one) => one.words).join('；')}。`,
      },
      proof.map((one) => one.evidence),
    )
  )
}

interface Proof {
  readonly words: string
  readonly evidence: Evidence
}

const evidenceOf = (reference: ReferenceRecord, one: ReferenceEvidence): Evidence => ({
  record: 'reference-evidence',
  id: `${reference.code}: ${one.description}`,
  day: one.validTo ?? one.validFrom,
})

/** What was found for the first admission of which everything holds that day. */
function firstProof(
  setting: Setting,
  reference: ReferenceRecord,
  admissions: readonly RootAdmission[],
  day: string,
): Proof[] | undefined {
  for (const admission of admissions) {
    if (!isHolderAdmitted(setting, reference, admission)) continue
    const found = [
      ...admission.evidence.map((kind) => evidenceProof(setting, reference, admission, { kind, day })),
      ...(admission.holderCompetence
        ? [holderProof(setting, reference, admission.holderCompetence, day)]
        : []),
    ]
    const proof = found.filter((one) => one !== undefined)
    if (proof.length === found.length) return proof
  }
  return undefined
}

function evidenceProof(
  setting: Setting,
  reference: ReferenceRecord,
  admission: RootAdmission,
  asked: { readonly kind: string; readonly day: string },
): Proof | undefined {
  const found = reference.evidence
    .filter((one) => one.kind === asked.kind && holds(setting, one, admission, asked.day))
    .toSorted((a, b) => (a.description < b.description ? -1 : 1))[0]
  return found && { words: found.description, evidence: evidenceOf(reference, found) }
}

/** An institute with a capability for the measurand that day: range and point are judged on its certificates. */
function holderProof(
  setting: Setting,
  reference: ReferenceRecord,
  kinds: readonly string[],
  day: string,
): Proof | undefined {
  const found = setting.known
    .competencesOf(reference.holderId)
    .find(
      (one) =>
        one.measurandKind === reference.measurandKind && kinds.includes(one.kind) && isActive(one, day),
    )
  return found && { words: found.code, evidence: { record: 'competence', id: found.code, day } }
}

function isHolderAdmitted(setting: Setting, reference: ReferenceRecord, admission: RootAdmission): boolean {
  const roles = setting.known.organizations.get(reference.holderId)?.roles ?? []
  return admission.holderRoles === undefined || admission.holderRoles.some((role) => roles.includes(role))
}

const isDuring = (one: ReferenceEvidence, day: string) =>
  one.validFrom <= day && day <= (one.validTo ?? '9999')

function holds(setting: Setting, one: ReferenceEvidence, admission: RootAdmission, day: string): boolean {
  if (!isDuring(one, day)) return false
  if (one.kind !== 'producer-competence') return true
  const competence =
    one.competenceId === undefined ? undefined : setting.known.competences.get(one.competenceId)
  if (competence === undefined || !(admission.producerCompetence ?? []).includes(competence.kind))
    return false
  return isActive(competence, day)
}

const isActive = (competence: CompetenceRecord, day: string) =>
  statusOn(competence.versions, competence.statuses, day) === 'active'

function notEvidenced(
  setting: Setting,
  node: ReferenceNode,
  admissions: readonly RootAdmission[],
  day: string,
): RuleOutcome {
  const rule = ruleOn('R15', node)
  const { reference } = node
  const wanted = new Set(admissions.flatMap((one) => [...one.evidence, ...(one.holderCompetence ?? [])]))
  const lapsed = reference.evidence.find((one) => wanted.has(one.kind) && !isDuring(one, day))
  const holder = organizationNamed(setting.known, reference.holderId)
  if (lapsed !== undefined)
    return rule.fail(
      'evidence-outside-its-period',
      'not-traceable',
      {
        en: `On ${day} “${lapsed.description}” was outside its period (${lapsed.validFrom} to ${lapsed.validTo ?? '…'}).`,
        zh: `${day} “${lapsed.description}” 不在有效期内（${lapsed.validFrom} 至 ${lapsed.validTo ?? '…'}）。`,
      },
      [evidenceOf(reference, lapsed)],
    )
  return rule.fail(
    'evidence-missing',
    'not-traceable',
    {
      en: `${holder.en} shows none of the evidence ${setting.policy.code} asks for: ${[...wanted].join(', ')}.`,
      zh: `${holder.zh}未提供${setting.policy.name.zh}要求的证据：${[...wanted].join('、')}。`,
    },
    [{ record: 'reference', id: reference.code, day }],
  )
}

/** Only its keeper calibrates from a kept reference; anyone else has a certificate between, and that step is missing here. */
function heldElsewhere(setting: Setting, node: ReferenceNode, link: ChainLink): RuleOutcome | undefined {
  const { reference } = node
  const user = setting.chain.nodes.get(link.to)
  if (user?.kind !== 'result' || usedAnywhere.includes(reference.kind)) return undefined
  if (user.certificate.laboratoryId === reference.holderId) return undefined
  const lab = organizationNamed(setting.known, user.certificate.laboratoryId)
  const holder = organizationNamed(setting.known, reference.holderId)
  return ruleOn('R15', node).warn('root-held-elsewhere', 'traceable-with-conditions', {
    en: `${lab.en} names a reference kept by ${holder.en}, without the certificate between them.`,
    zh: `${lab.zh}直接引用${holder.zh}保存的参照对象，缺少中间的证书。`,
  })
}
