import type { EntityManager } from '@mikro-orm/postgresql'
import { v7 } from 'uuid'
import type { EquipmentEventEntry } from '#contract/types.ts'
import type { Actor } from '#http/actor.ts'
import { requireOwn } from '../people/may.ts'
import { Person } from '../people/person.entity.ts'
import { EquipmentEvent } from './equipment-event.entity.ts'
import { endsByRelease, isGone } from './move-state.ts'
import type { Equipment } from './equipment.entity.ts'
import { componentNamed } from './equipment.queries.ts'
import { eventIncomplete, eventInFuture, stateNotReachable } from './equipment.refusals.ts'

/** Clocks differ; an event a little ahead of ours has happened all the same. */
const skewMilliseconds = 5 * 60_000

/** What happened stays recorded; firmware, quarantine and release also change the equipment, in the same transaction. */
export async function recordEvent(
  em: EntityManager,
  { equipment, stated }: { equipment: Equipment; stated: EquipmentEventEntry },
  { actor, now }: { actor: Actor; now: Date },
): Promise<EquipmentEvent> {
  requireOwn(actor, equipment.owner.id)
  refuseIncomplete(stated)
  const occurredAt = new Date(stated.occurredAt)
  if (Number(occurredAt) > Number(now) + skewMilliseconds) {
    const detail = { en: `${stated.occurredAt} is still to come`, zh: `${stated.occurredAt} 尚未到来` }
    throw eventInFuture(detail, {}, { pointer: '/occurredAt' })
  }
  const { kind, outcome = null, detail } = stated
  const component =
    stated.component === undefined ? null : await componentNamed(em, equipment, stated.component)
  changeEquipment(equipment, stated)

  const event = em.create(EquipmentEvent, {
    id: v7(),
    equipment,
    component,
    kind,
    outcome,
    occurredAt,
    detail,
    recordedBy: em.getReference(Person, actor.person.id),
    recordedAt: now,
  })
  await em.flush()
  await em.populate(event, ['recordedBy'])
  return event
}

/** An intermediate check passes or fails (ISO/IEC 17025:2017, 6.4.10); a change of firmware says to which. */
function refuseIncomplete({ kind, outcome, firmware }: EquipmentEventEntry): void {
  const isCheck = kind === 'intermediate-check'
  if (isCheck !== (outcome !== undefined)) {
    throw eventIncomplete(
      { en: 'An intermediate check has an outcome, and nothing else has', zh: '期间核查且仅期间核查有结论' },
      {},
      { pointer: '/outcome' },
    )
  }
  if ((kind === 'firmware-change') === (firmware !== undefined)) return
  throw eventIncomplete(
    {
      en: 'A change of firmware names the new firmware, and nothing else does',
      zh: '固件变更且仅固件变更须给出新固件',
    },
    {},
    { pointer: '/firmware' },
  )
}

function changeEquipment(equipment: Equipment, { kind, firmware }: EquipmentEventEntry): void {
  if (firmware !== undefined) equipment.firmware = firmware
  if (kind === 'quarantine') {
    if (isGone(equipment.state)) throw notFrom(equipment, 'quarantined')
    equipment.state = 'quarantined'
  }
  if (kind === 'release') {
    if (!endsByRelease.includes(equipment.state)) throw notFrom(equipment, 'in-service')
    equipment.state = 'in-service'
  }
}

const notFrom = ({ code, state }: Equipment, to: string) =>
  stateNotReachable(
    {
      en: `${code} is ${state}, which this event does not turn into ${to}`,
      zh: `${code} 处于 ${state}，不能由此事件转为 ${to}`,
    },
    { state },
    { pointer: '/kind' },
  )
