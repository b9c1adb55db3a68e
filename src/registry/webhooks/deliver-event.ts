import type { EntityManager } from '@mikro-orm/postgresql'
import { webhookHeaders } from '#evidence/webhook-signature.ts'
import type { Posted, Poster } from '#outbound/post.ts'
import { viewEvent } from '../events/event.view.ts'
import type { SecretBox } from '../secrets/secret-box.ts'
import { pendingDelivery, recordOutcome, type DueDelivery, type Outcome } from './delivery.queries.ts'
import { nextAttempt } from './next-attempt.ts'

export interface Delivering {
  readonly fork: () => EntityManager
  readonly post: Poster['post']
  /** The time of the machine, which the receiver compares with its own. */
  readonly now: () => Date
  readonly chance: () => number
  readonly secrets: SecretBox
}

/** One attempt. Nothing of the database is held while the receiver is waited for. */
export async function deliverEvent(
  id: string,
  { fork, post, now, chance, secrets }: Delivering,
): Promise<void> {
  const due = await pendingDelivery(fork(), id)
  if (!due) return
  const open = openSecrets(due, secrets)
  const posted: Posted =
    due.webhookState !== 'active'
      ? { fault: `webhook-${due.webhookState}` }
      : open.length === 0
        ? { fault: 'secret-unreadable' }
        : await post(messageOf(due, open, now()))
  await recordOutcome(fork(), id, outcomeOf(due, posted, chance()))
}

/** The newest first; nothing, if that cannot be opened: the receiver would trust nobody who signs by the former alone. */
function openSecrets({ webhook, secret, previousSecret }: DueDelivery, box: SecretBox): readonly string[] {
  const newest = box.open(secret, webhook)
  const former = previousSecret === null ? undefined : box.open(previousSecret, webhook)
  if (newest === undefined) return []
  return former === undefined ? [newest] : [newest, former]
}

function messageOf(due: DueDelivery, secrets: readonly string[], now: Date) {
  const body = JSON.stringify(viewEvent(due))
  const timestampSeconds = Math.floor(now.getTime() / 1000)
  const signed = webhookHeaders({ id: due.id, timestampSeconds, body }, secrets)
  return {
    url: due.url,
    headers: { 'content-type': 'application/json', 'user-agent': 'Etalon', ...signed },
    body,
  }
}

/** Delivered is what was answered with 2xx. Whoever says 410 does not want it, and a paused webhook gets nothing. */
function outcomeOf(due: DueDelivery, posted: Posted, chance: number): Outcome {
  const { status } = posted
  const fault = 'fault' in posted ? posted.fault : undefined
  if (fault === undefined && status !== undefined && status >= 200 && status < 300)
    return { state: 'delivered', status, fault, delaySeconds: undefined }
  const isUnwanted = status === 410 || due.webhookState !== 'active'
  const delaySeconds = isUnwanted ? undefined : nextAttempt(due.attempts + 1, due.secondsSinceFirst, chance)
  return { state: delaySeconds === undefined ? 'dead' : 'pending', status, fault, delaySeconds }
}
