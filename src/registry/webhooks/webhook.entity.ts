import { defineEntity, p } from '@mikro-orm/core'
import type { EventKind } from '#contract/types.ts'
import { instant, oneOf, someOf } from '#db/columns.ts'
import { Event } from '../events/event.entity.ts'
import { Organization } from '../organizations/organization.entity.ts'
import { Person } from '../people/person.entity.ts'

/** What is removed stays, because deliveries name it; it is shown to nobody. */
export const webhookStates = ['active', 'paused', 'removed'] as const

const WebhookSchema = defineEntity({
  name: 'Webhook',
  tableName: 'webhooks',
  properties: {
    id: p.uuid().primary(),
    organization: () => p.manyToOne(Organization).ref(),
    url: p.text(),
    /** Null: every kind, also those that are added later. */
    kinds: someOf<readonly EventKind[]>().nullable(),
    description: p.text().nullable(),
    state: oneOf(webhookStates),
    /** Sealed (`webhook-secrets.ts`): whoever signs must know it, and no hash signs. */
    secret: p.text(),
    previousSecret: p.text().nullable(),
    /** Until then deliveries are signed by both. */
    previousUntil: instant().nullable(),
    recordedBy: () => p.manyToOne(Person).ref(),
    recordedAt: instant(),
    version: p.integer().version(),
  },
  indexes: [{ name: 'webhooks_organization_index', properties: ['organization', 'id'] }],
  checks: [
    {
      name: 'webhooks_previous_check',
      expression: '(previous_secret is null) = (previous_until is null)',
    },
  ],
})

export class Webhook extends WebhookSchema.class {}
WebhookSchema.setClass(Webhook)

export const deliveryStates = ['pending', 'delivered', 'dead'] as const

/** One event on its way to one webhook; ordered in the transaction of the act, by the clock of the database. */
const WebhookDeliverySchema = defineEntity({
  name: 'WebhookDelivery',
  tableName: 'webhook_deliveries',
  properties: {
    id: p.uuid().primary(),
    webhook: () => p.manyToOne(Webhook).ref(),
    event: () => p.manyToOne(Event).ref().joinColumn('position'),
    state: oneOf(deliveryStates),
    attempts: p.integer(),
    lastStatus: p.integer().nullable(),
    lastFault: p.text().nullable(),
    recordedAt: instant(),
    /** When it was ordered, or ordered again: from here the days are counted. */
    firstAt: instant(),
    attemptedAt: instant().nullable(),
    nextAt: instant().nullable(),
  },
  uniques: [{ name: 'webhook_deliveries_event_unique', properties: ['webhook', 'event'] }],
  indexes: [
    { name: 'webhook_deliveries_webhook_index', properties: ['webhook', 'id'] },
    {
      name: 'webhook_deliveries_pending_index',
      properties: ['nextAt'],
      where: `state = 'pending'`,
    },
  ],
  checks: [
    { name: 'webhook_deliveries_next_check', expression: `(state = 'pending') = (next_at is not null)` },
  ],
})

export class WebhookDelivery extends WebhookDeliverySchema.class {}
WebhookDeliverySchema.setClass(WebhookDelivery)
