import type { EntityManager } from '@mikro-orm/postgresql'
import type { EquipmentTraceabilityQuery } from '#contract/types.ts'
import type { Actor } from '#http/actor.ts'
import type { TraceabilityAnswer } from '#metrology/traceability/answer.ts'
import { subjectOfEquipment } from '#metrology/traceability/question.ts'
import { traceability } from '#metrology/traceability/trace.ts'
import { within } from '#refusal.ts'
import { Component } from '../equipment/component.entity.ts'
import { Equipment } from '../equipment/equipment.entity.ts'
import { MeasurandKind } from '../measurand-kinds/measurand-kind.entity.ts'
import { ownEquipmentOnly } from '../people/may.ts'
import { readerOf } from '../people/reader.ts'
import { policyAsked } from '../policies/policy.queries.ts'
import { chainRecords } from './chain-records.ts'
import { chainsAboveComponent } from './chain.queries.ts'
import { coherentValue } from './coherent-figures.ts'
import { clocksOf } from './question.queries.ts'
import { withheld } from './withhold.ts'
import { kindUnknown, unitOfValueMissing, unknownEquipment } from './traceability.refusals.ts'

/** Whether what is measured with a component of an item is traceable: it rests on the last calibration before T. */
export async function traceEquipment(
  em: EntityManager,
  asked: EquipmentTraceabilityQuery & { readonly code: string },
  actor: Actor,
  now: Date,
): Promise<TraceabilityAnswer> {
  const { code, measurandKind, component = 'main' } = asked
  const equipment = await em.findOne(Equipment, { code })
  const ownOnly = ownEquipmentOnly(actor)
  if (!equipment || (ownOnly !== undefined && equipment.owner.id !== ownOnly))
    throw unknownEquipment({ en: `None is called ${code}`, zh: `没有编号为 ${code} 的设备` })
  await requireKind(em, measurandKind)
  const row = await em.findOne(Component, { equipment, code: component })
  const rows = await chainsAboveComponent(em, row?.id ?? null)
  const records = chainRecords(withheld(rows, readerOf(actor), code))
  const value = valueAsked(asked)

  const clocks = clocksOf(asked, now)
  const item = { equipmentId: equipment.id, code, component, measurandKind, value }
  const subject = subjectOfEquipment(records, item, clocks.at, clocks.asKnownAt)
  return traceability(records, {
    subject,
    ...clocks,
    measurandKind,
    policy: await policyAsked(em, asked.policy, clocks.asKnownAt),
    point: { value },
    withInfluences: asked.influences,
  })
}

async function requireKind(em: EntityManager, code: string): Promise<void> {
  if (await em.findOne(MeasurandKind, { code })) return
  throw kindUnknown(
    { en: `None is called ${code}`, zh: `没有编号为 ${code} 的被测量` },
    {},
    { pointer: '/measurandKind' },
  )
}

/** The value at which the item is used, in its coherent unit. */
function valueAsked({ value, unit }: EquipmentTraceabilityQuery): number | undefined {
  if (value === undefined) return undefined
  if (unit === undefined)
    throw unitOfValueMissing(unitOfValueMissing.definition.title, {}, { pointer: '/unit' })
  return within('/unit', () => coherentValue({ value, unit }))
}
