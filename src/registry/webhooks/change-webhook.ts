import { LockMode, type EntityManager } from '@mikro-orm/postgresql'
import { v7 } from 'uuid'
import type { WebhookEntry, WebhookRevision } from '#contract/types.ts'
import { newWebhookSecret } from '#evidence/webhook-signature.ts'
import type { Actor } from '#http/actor.ts'
import { Organization } from '../organizations/organization.entity.ts'
import { Person } from '../people/person.entity.ts'
import type { SecretBox } from '../secrets/secret-box.ts'
import { Webhook } from './webhook.entity.ts'
import { webhooksOf } from './webhook.queries.ts'
import { targetNotAllowed, tooManyWebhooks } from './webhook.refusals.ts'

const mostWebhooks = 20
/** Long enough to bring the new secret to every receiver. */
const bothSecretsMilliseconds = 24 * 3_600_000

/** What is wrong with a URL as a target; nothing is looked up. */
export type TargetFault = (url: string) => string | undefined

export interface Acting {
  readonly actor: Actor
  readonly now: Date
  readonly targetFault: TargetFault
  readonly secrets: SecretBox
}

/** The one time that the secret is known as it stands. */
export interface WithSecret {
  readonly row: Webhook
  readonly secret: string
}

/** Its secret is made here and shown in this answer alone. */
export async function subscribeWebhook(
  em: EntityManager,
  stated: WebhookEntry,
  { actor, now, targetFault, secrets }: Acting,
): Promise<WithSecret> {
  refuseTarget(stated.url, targetFault)
  const organization = em.getReference(Organization, actor.organization.id)
  await em.lock(organization, LockMode.PESSIMISTIC_WRITE)
  if ((await webhooksOf(em, actor.organization.id)).length >= mostWebhooks) {
    throw tooManyWebhooks(
      { en: `At most ${mostWebhooks}`, zh: `最多 ${mostWebhooks} 个` },
      { most: mostWebhooks },
    )
  }

  const id = v7()
  const secret = newWebhookSecret()
  const row = em.create(Webhook, {
    id,
    organization,
    url: stated.url,
    kinds: stated.kinds ?? null,
    description: stated.description ?? null,
    state: 'active',
    secret: secrets.seal(secret, id),
    recordedBy: em.getReference(Person, actor.person.id),
    recordedAt: now,
  })
  await em.flush()
  return { row, secret }
}

export async function reviseWebhook(
  em: EntityManager,
  asked: { readonly row: Webhook; readonly stated: WebhookRevision; readonly seenVersion: number },
  targetFault: TargetFault,
): Promise<Webhook> {
  const { row, stated, seenVersion } = asked
  await em.lock(row, LockMode.OPTIMISTIC, seenVersion)
  if (stated.url !== undefined) refuseTarget(stated.url, targetFault)

  if (stated.url !== undefined) row.url = stated.url
  if (stated.kinds !== undefined) row.kinds = stated.kinds
  if (stated.description !== undefined) row.description = stated.description
  if (stated.active !== undefined) row.state = stated.active ? 'active' : 'paused'
  await em.flush()
  return row
}

/** The former secret signs beside the new one for a day, so that no delivery is refused in between. */
export async function rotateSecret(
  em: EntityManager,
  row: Webhook,
  { now, secrets }: { readonly now: Date; readonly secrets: SecretBox },
): Promise<WithSecret> {
  const secret = newWebhookSecret()
  row.previousSecret = row.secret
  row.previousUntil = new Date(now.getTime() + bothSecretsMilliseconds)
  row.secret = secrets.seal(secret, row.id)
  await em.flush()
  return { row, secret }
}

export async function removeWebhook(em: EntityManager, row: Webhook): Promise<void> {
  row.state = 'removed'
  row.secret = 'removed'
  row.previousSecret = null
  row.previousUntil = null
  await em.flush()
}

function refuseTarget(url: string, targetFault: TargetFault): void {
  const fault = targetFault(url)
  if (fault === undefined) return
  const detail = {
    en: `Refused for its ${fault}: https, port 443 or 8443, no credentials, and no address of a private network`,
    zh: '须为 https、端口 443 或 8443、不含凭据，且不得为内网地址',
  }
  throw targetNotAllowed(detail, { fault }, { pointer: '/url' })
}
