import type { RestrictionRecord } from '../equipment-statements.ts'
import type { ResultNode, Use } from '../graph.ts'
import type { Interval } from '../records.ts'

import { within } from './inside.ts'
import { dayOf, figure, ruleOn } from './outcome.ts'
import type { Evidence, RuleOutcome, Setting } from './outcome.ts'

/** What is used, at which point; what is undefined is not known. */
export interface UseOfItem {
  readonly component: string
  readonly measurandKind: string | undefined
  readonly value: number | undefined
  readonly parameters: Readonly<Record<string, number>>
}

export interface RestrictionMet {
  readonly restriction: RestrictionRecord
  /** `undecided`: it depends on something that is not known of the use. */
  readonly met: 'inside' | 'undecided'
}

/** The restriction that bars a use on a day, else one of which nobody can tell. */
export function restrictionMet(
  restrictions: readonly RestrictionRecord[],
  use: UseOfItem,
  day: string,
): RestrictionMet | undefined {
  const held = restrictions
    .filter((one) => holdsOn(one, day) && (one.component ?? use.component) === use.component)
    .toSorted((a, b) => (a.id < b.id ? -1 : 1))
    .flatMap((restriction) => {
      const met = metBy(restriction, use)
      return met === 'outside' ? [] : [{ restriction, met }]
    })
  return held.find(({ met }) => met === 'inside') ?? held[0]
}

const holdsOn = ({ validFrom, end }: RestrictionRecord, day: string) =>
  validFrom <= day && (end === undefined || day <= end.validTo)

/** Undefined: nobody can tell. */
function isWithin(asked: number | undefined, interval: Interval | undefined): boolean | undefined {
  if (interval === undefined) return true
  return asked === undefined ? undefined : within(asked, undefined, interval)
}

function metBy(
  { measurandKind, range, parameters }: RestrictionRecord,
  use: UseOfItem,
): RestrictionMet['met'] | 'outside' {
  const isKindKnown = use.measurandKind !== undefined
  const found = [
    measurandKind === undefined || (isKindKnown ? measurandKind === use.measurandKind : undefined),
    isWithin(use.value, range),
    ...Object.entries(parameters).map(([name, interval]) => isWithin(use.parameters[name], interval)),
  ]
  if (found.includes(false)) return 'outside'
  return found.includes(undefined) ? 'undecided' : 'inside'
}

/**
 * R05: limited use is respected (ISO/IEC 17025:2017, 6.4.9): an item of which a part of the range is barred is not used there,
 * whatever its calibration covers.
 */
export function limitedUse(setting: Setting, node: ResultNode, use: Use): RuleOutcome | undefined {
  const { certificate, result } = node
  const restrictions = setting.known.equipment.get(certificate.equipmentId)?.restrictions ?? []
  const day = dayOf(setting, use.to)
  const used = {
    component: certificate.component,
    measurandKind: result.measurandKind,
    // Where the use states no point, it was at that of the result.
    value: use.point.value ?? result.point.value,
    parameters: { ...result.point.parameters, ...use.point.parameters },
  }
  const found = restrictionMet(restrictions, used, day)
  if (found === undefined) return undefined
  return found.met === 'inside' ? barred(node, use, day, found.restriction) : notTold(node, found.restriction)
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
