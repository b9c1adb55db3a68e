import type { ResultNode } from '../graph.ts'
import type { EquipmentEvent } from '../records.ts'

import { certificateEvidence, dayOf, ruleOn } from './outcome.ts'
import type { RuleOutcome, Setting } from './outcome.ts'

const dayMilliseconds = 86_400_000

/** R22: what was recorded long after the fact is told; it changes no verdict. */
export function lateRecords(setting: Setting, node: ResultNode): RuleOutcome[] {
  const { certificate } = node
  const rule = ruleOn('R22', node)
  const events = (setting.known.equipment.get(certificate.equipmentId)?.events ?? []).filter(
    (event) => isLate(setting, event.occurredAt, event.recordedAt) && event.occurredAt > certificate.finished,
  )
  const act = certificate.issuedAt ?? certificate.finished
  const late = isLate(setting, act, certificate.recordedAt)
    ? [
        rule.warn(
          'late-certificate',
          'none',
          lateWords(setting, 'the certificate', '证书', act, certificate.recordedAt),
          [certificateEvidence(node, dayOf(setting, certificate.recordedAt))],
        ),
      ]
    : []
  return [...late, ...events.map((event) => lateEvent(setting, node, event))]
}

const isLate = (setting: Setting, act: Date, recorded: Date) =>
  Number(recorded) - Number(act) > setting.policy.lateRecordingDays * dayMilliseconds

function lateEvent(setting: Setting, node: ResultNode, event: EquipmentEvent): RuleOutcome {
  const day = dayOf(setting, event.recordedAt)
  const words = lateWords(setting, event.kind, event.kind, event.occurredAt, event.recordedAt)
  return ruleOn('R22', node).warn('late-event', 'none', words, [
    { record: 'equipment-event', id: event.id, day },
  ])
}

function lateWords(setting: Setting, en: string, zh: string, act: Date, recorded: Date) {
  const days = { act: dayOf(setting, act), recorded: dayOf(setting, recorded) }
  return {
    en: `Recorded on ${days.recorded}: ${en} of ${days.act}.`,
    zh: `${days.recorded} 补录 ${days.act} 的${zh}。`,
  }
}
