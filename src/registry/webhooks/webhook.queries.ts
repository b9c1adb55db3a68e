import { LockMode, type EntityManager } from '@mikro-orm/postgresql'
import type { Actor } from '#http/actor.ts'
import { Webhook } from './webhook.entity.ts'
import { unknownWebhook } from './webhook.refusals.ts'

/** A webhook of the actor's organization; to anybody else it does not exist. */
export async function webhookAt(em: EntityManager, id: string, actor: Actor): Promise<Webhook> {
  const found = await em.findOne(Webhook, ownOf(actor, id))
  if (found) return found
  throw unknownWebhook(
    { en: `None is called ${id}`, zh: `没有标识为 ${id} 的网络回调` },
    {},
    { pointer: '/id' },
  )
}

/** As `webhookAt`, and others who want to change it wait. */
export async function webhookHeld(em: EntityManager, id: string, actor: Actor): Promise<Webhook> {
  await em.findOne(Webhook, ownOf(actor, id), { lockMode: LockMode.PESSIMISTIC_WRITE })
  return webhookAt(em, id, actor)
}

const ownOf = ({ organization }: Actor, id: string) => ({
  id,
  organization: { id: organization.id },
  state: { $ne: 'removed' as const },
})

export const webhooksOf = (em: EntityManager, organization: string): Promise<Webhook[]> =>
  em.find(
    Webhook,
    { organization: { id: organization }, state: { $ne: 'removed' } },
    { orderBy: { id: 'asc' } },
  )
