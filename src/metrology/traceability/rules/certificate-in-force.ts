import type { ResultNode, Use } from '../graph.ts'
import type { CertificateEvent, CertificateRecord, ResultRecord } from '../records.ts'

import { certificateEvidence, dayOf, estimateOf, ruleOn } from './outcome.ts'
import type { RuleOutcome, Setting } from './outcome.ts'

/** R03: the certificate was in force on the day of use, as known at K. */
export function certificateInForce(setting: Setting, node: ResultNode, use: Use): RuleOutcome {
  const rule = ruleOn('R03', node)
  const { certificate } = node
  if (certificate.origin === 'draft')
    return rule.pass('not-issued-yet', { en: 'A calibration not issued yet.', zh: '尚未签发的校准。' })
  const used = dayOf(setting, use.to)
  const ended = endedBefore(setting, certificate, use.to)
  if (ended !== undefined) return endedOutcome(setting, node, ended)
  if (certificate.issuedAt === undefined || certificate.issuedAt > use.to)
    return rule.fail(
      'not-yet-issued',
      'not-traceable',
      { en: `The certificate was not issued yet on ${used}.`, zh: `证书在 ${used} 尚未签发。` },
      [certificateEvidence(node, certificate.issuedAt && dayOf(setting, certificate.issuedAt))],
    )
  return (
    successorOutcome(setting, node) ??
    rule.pass('in-force', inForceWords(setting, node, used), [
      certificateEvidence(node, dayOf(setting, certificate.issuedAt)),
    ])
  )
}

function inForceWords(setting: Setting, node: ResultNode, used: string) {
  const issued = node.certificate.issuedAt ? dayOf(setting, node.certificate.issuedAt) : ''
  return { en: `Issued on ${issued} and in force on ${used}.`, zh: `${issued} 签发，${used} 有效。` }
}

/** A revocation reaches back to the beginning; a withdrawal leaves earlier uses alone. Both concern every version. */
function endedBefore(
  setting: Setting,
  certificate: CertificateRecord,
  day: Date,
): CertificateEvent | undefined {
  const events = setting.known.versionsOf(certificate.number).flatMap((version) => version.events)
  return (
    events.find((event) => event.kind === 'revoked') ??
    events.find((event) => event.kind === 'withdrawn' && (event.effectiveFrom ?? event.recordedAt) <= day)
  )
}

function endedOutcome(setting: Setting, node: ResultNode, event: CertificateEvent): RuleOutcome {
  const rule = ruleOn('R03', node)
  const day = dayOf(setting, event.effectiveFrom ?? event.recordedAt)
  const cause = event.cause ?? ''
  const message =
    event.kind === 'revoked'
      ? { en: `Revoked from the beginning: ${cause}`, zh: `证书自始撤销：${cause}` }
      : { en: `Withdrawn from ${day}: ${cause}`, zh: `证书自 ${day} 起收回：${cause}` }
  return rule.fail(event.kind, 'not-traceable', message, [certificateEvidence(node, day)])
}

/** The newest version of the certificate, if it is not this one. */
export function successorOf(setting: Setting, certificate: CertificateRecord): CertificateRecord | undefined {
  const newest = setting.known
    .versionsOf(certificate.number)
    .filter((one) => one.origin !== 'draft')
    .at(-1)
  return newest !== undefined && newest.version > certificate.version ? newest : undefined
}

export type SuccessorFinding =
  | { readonly found: 'unchanged'; readonly successor: CertificateRecord }
  | { readonly found: 'gone'; readonly successor: CertificateRecord }
  | { readonly found: 'changed'; readonly successor: CertificateRecord; readonly result: ResultRecord }

/** What became of this result in the newest version of its certificate. */
export function successorFinding(setting: Setting, node: ResultNode): SuccessorFinding | undefined {
  const successor = successorOf(setting, node.certificate)
  if (successor === undefined) return undefined
  const between = setting.known
    .versionsOf(node.certificate.number)
    .filter((one) => one.version > node.certificate.version)
  if (between.every((one) => one.changeClass === 'editorial')) return { found: 'unchanged', successor }
  const result = setting.known.resultsOf(successor.id).find((one) => one.code === node.result.code)
  if (result === undefined) return { found: 'gone', successor }
  const same =
    result.estimate === node.result.estimate && result.standardUncertainty === node.result.standardUncertainty
  return same ? { found: 'unchanged', successor } : { found: 'changed', successor, result }
}

function successorOutcome(setting: Setting, node: ResultNode): RuleOutcome | undefined {
  const finding = successorFinding(setting, node)
  if (finding === undefined) return undefined
  const rule = ruleOn('R03', node)
  const { number, version, changeClass = 'value', recordedAt } = finding.successor
  const evidence = [{ record: 'certificate', id: `${number} v${version}`, day: dayOf(setting, recordedAt) }]
  if (finding.found === 'unchanged')
    return rule.pass(
      `superseded-${changeClass}`,
      {
        en: `Superseded by version ${version} (${changeClass}); this result did not change.`,
        zh: `已被第 ${version} 版取代（${changeClass}）；该结果未变。`,
      },
      evidence,
    )
  if (finding.found === 'gone')
    return rule.fail(
      'superseded-without-result',
      'not-traceable',
      {
        en: `Version ${version} of the certificate no longer states this result.`,
        zh: `证书第 ${version} 版不再给出该结果。`,
      },
      evidence,
    )
  const before = estimateOf(node.result)
  const after = estimateOf(finding.result)
  return rule.fail(
    'superseded-value',
    'suspect',
    {
      en: `Version ${version} changed the value from ${before} to ${after}; what used it is to be recomputed.`,
      zh: `第 ${version} 版将量值由 ${before} 改为 ${after}；使用该值的结果须重新计算。`,
    },
    evidence,
  )
}
