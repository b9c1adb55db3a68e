import type { ResultNode, Use } from '../graph.ts'
import type { EquipmentEvent } from '../records.ts'

import { certificateEvidence, dayOf, ruleOn } from './outcome.ts'
import type { Evidence, RuleOutcome, Setting } from './outcome.ts'

/** After these the item is another item, until it is calibrated again. */
const changes = ['adjustment', 'repair', 'firmware-change']
/** After these a passed check of the item is enough. */
const strains = ['overload', 'transport']

const names: Readonly<Record<string, { en: string; zh: string }>> = {
  adjustment: { en: 'adjusted', zh: '调整' },
  repair: { en: 'repaired', zh: '修理' },
  'firmware-change': { en: 'given new firmware', zh: '变更固件' },
  overload: { en: 'overloaded', zh: '过载' },
  transport: { en: 'transported', zh: '运输' },
}

/** R02: the component was calibrated before the use, and nothing happened in between that voids the calibration. */
export function itemState(setting: Setting, node: ResultNode, use: Use): RuleOutcome {
  const rule = ruleOn('R02', node)
  const { certificate } = node
  const calibrated = dayOf(setting, certificate.finished)
  const used = dayOf(setting, use.to)
  if (certificate.finished > use.to)
    return rule.fail(
      'not-yet-calibrated',
      'not-traceable',
      {
        en: `Calibrated on ${calibrated}, after the use on ${used}.`,
        zh: `校准日期 ${calibrated} 晚于使用日期 ${used}。`,
      },
      [certificateEvidence(node, calibrated)],
    )
  const left = adjustedSince(setting, node, use)
  if (left !== undefined)
    return rule.fail(
      'adjusted-since',
      'not-traceable',
      {
        en: `The item was adjusted on ${left.day} and measured again; this value no longer describes it on ${used}.`,
        zh: `器具已于 ${left.day} 调整并重新测量，该值不再适用于 ${used}。`,
      },
      [left],
    )
  const event = voidingEvent(setting, node, use)
  if (event === undefined)
    return rule.pass(
      'calibrated-and-unchanged',
      {
        en: `Calibrated until ${calibrated}; nothing recorded before ${used} voids it.`,
        zh: `校准完成于 ${calibrated}；至 ${used} 无使其失效的记录。`,
      },
      [certificateEvidence(node, calibrated)],
    )
  const day = dayOf(setting, event.occurredAt)
  const name = names[event.kind] ?? { en: event.kind, zh: event.kind }
  return rule.fail(
    `${event.kind}-since-calibration`,
    'not-traceable',
    {
      en: `The item was ${name.en} on ${day}, after its calibration, and not verified again before ${used}.`,
      zh: `器具校准后于 ${day} 发生“${name.zh}”，在 ${used} 之前未重新核验。`,
    },
    [{ record: 'equipment-event', id: event.id, day }],
  )
}

/** An as-found value ends where the as-left value of the same or a later calibration begins. */
function adjustedSince(setting: Setting, node: ResultNode, use: Use): Evidence | undefined {
  const { certificate, result } = node
  const left = setting.known
    .historyOf(certificate.equipmentId, certificate.component)
    .find(
      (one) =>
        one.stage === 'as-left' &&
        one.measurandKind === result.measurandKind &&
        one.finished <= use.to &&
        (one.started > certificate.finished ||
          (one.certificateNumber === certificate.number && result.stage === 'as-found')),
    )
  return left && { record: 'certificate', id: left.certificateNumber, day: dayOf(setting, left.finished) }
}

function voidingEvent(setting: Setting, node: ResultNode, use: Use): EquipmentEvent | undefined {
  const { certificate } = node
  const since = (setting.known.equipment.get(certificate.equipmentId)?.events ?? []).filter(
    (event) =>
      event.occurredAt > certificate.finished &&
      event.occurredAt <= use.to &&
      (event.component === undefined || event.component === certificate.component),
  )
  return since.find((event, i) => {
    if (changes.includes(event.kind)) return true
    return strains.includes(event.kind) && !since.slice(i + 1).some(isPassedCheck)
  })
}

export const isPassedCheck = (event: EquipmentEvent) =>
  event.kind === 'intermediate-check' && event.outcome === 'passed'
