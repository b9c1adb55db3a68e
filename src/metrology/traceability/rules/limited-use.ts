import type { RestrictionRecord } from '../equipment-statements.ts'
import type { ResultNode, Use } from '../graph.ts'

import { within } from './inside.ts'
import { dayOf, figure, ruleOn } from './outcome.ts'
import type { Evidence, RuleOutcome, Setting } from './outcome.ts'

/**
 * R05: limited use is respected (ISO/IEC 17025:2017, 6.4.9): an item of which a part of the range is barred is not used there,
 * whatever its calibration covers.
 */
export function limitedUse(setting: Setting, node: ResultNode, use: Use): RuleOutcome | undefined {
  const day = dayOf(setting, use.to)
  const { equipmentId } = node.certificate
  const held = (setting.known.equipment.get(equipmentId)?.restrictions ?? [])
    .filter((one) => holdsOn(one, day) && concerns(one, node))
    .toSorted((a, b) => (a.id < b.id ? -1 : 1))
  const met = held.map((one) => ({ one, isInside: isInside(one, node, use) }))
  const inside = met.find(({ isInside }) => isInside === true)
  if (inside) return barred(node, use, day, inside.one)
  const unclear = met.find(({ isInside }) => isInside === undefined)
  return unclear && notTold(node, unclear.one)
}

const holdsOn = ({ validFrom, end }: RestrictionRecord, day: string) =>
  validFrom <= day && (end === undefined || day <= end.validTo)

const concerns = ({ component, measurandKind }: RestrictionRecord, { certificate, result }: ResultNode) =>
  (component === undefined || component === certificate.component) &&
  (measurandKind === undefined || measurandKind === result.measurandKind)

/** The point of use, else the point of the result; undefined where neither states a parameter that decides. */
function isInside({ range, parameters }: RestrictionRecord, { result }: ResultNode, { point }: Use) {
  const value = point.value ?? result.point.value
  if (range && !within(value, undefined, range)) return false
  const met = Object.entries(parameters).map(([name, interval]) => {
    const stated = point.parameters?.[name] ?? result.point.parameters[name]
    return stated === undefined ? undefined : within(stated, undefined, interval)
  })
  if (met.includes(false)) return false
  return met.includes(undefined) ? undefined : true
}

const evidenceOf = ({ id, validFrom }: RestrictionRecord): Evidence => ({
  record: 'equipment-restriction',
  id,
  day: validFrom,
})

function barred(node: ResultNode, use: Use, day: string, restriction: RestrictionRecord): RuleOutcome {
  const { point } = node.result
  const at = figure(use.point.value ?? point.value, point)
  const { validFrom, reason } = restriction
  return ruleOn('R05', node).fail(
    'use-restricted',
    'not-traceable',
    {
      en: `On ${day} the item was barred from use at ${at}, since ${validFrom}: ${reason}`,
      zh: `${day} 该器具自 ${validFrom} 起限制使用，不得用于 ${at}：${reason}`,
    },
    [evidenceOf(restriction)],
  )
}

function notTold(node: ResultNode, restriction: RestrictionRecord): RuleOutcome {
  const names = Object.keys(restriction.parameters).join(', ')
  return ruleOn('R05', node).unknown(
    'restriction-undecided',
    'indeterminate',
    {
      en: `Its use is limited by ${names}, which the use does not state: ${restriction.reason}`,
      zh: `其使用受 ${names} 限制，而使用记录未给出该参数：${restriction.reason}`,
    },
    [evidenceOf(restriction)],
  )
}
