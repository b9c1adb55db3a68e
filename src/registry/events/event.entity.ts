import { defineEntity, p } from '@mikro-orm/core'
import type { EventData } from '#contract/types.ts'
import { appendOnly } from '#db/append-only.ts'
import { document, instant } from '#db/columns.ts'
import { Organization } from '../organizations/organization.entity.ts'

/** What happened. Positions have no gaps, and whoever has read up to one has missed nothing before it. */
const EventSchema = defineEntity({
  name: 'Event',
  tableName: 'events',
  properties: {
    position: p.bigint().primary().autoincrement(false),
    id: p.uuid(),
    kind: p.text(),
    at: instant(),
    data: document<EventData>(),
    /** What is found by looking again and again is told once: the equipment, its day and what it is about. */
    occasion: p.text().nullable(),
  },
  uniques: [
    { name: 'events_id_unique', properties: ['id'] },
    { name: 'events_occasion_unique', properties: ['occasion'] },
  ],
  checks: [{ name: 'events_position_check', expression: 'position > 0' }],
  triggers: appendOnly('events'),
})

export class Event extends EventSchema.class {}
EventSchema.setClass(Event)

/** To whom it is told: the parties of the record as they were then. */
const EventPartySchema = defineEntity({
  name: 'EventParty',
  tableName: 'event_parties',
  primaryKeys: ['organization', 'event'],
  properties: {
    organization: () =>
      p.manyToOne(Organization).primary().ref().deleteRule('restrict').updateRule('restrict'),
    event: () =>
      p.manyToOne(Event).primary().ref().joinColumn('position').deleteRule('restrict').updateRule('restrict'),
  },
  triggers: appendOnly('event_parties'),
})

export class EventParty extends EventPartySchema.class {}
EventPartySchema.setClass(EventParty)
