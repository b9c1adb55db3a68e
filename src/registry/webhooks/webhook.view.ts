import type { WebhookDeliveryRecord, WebhookIssued, WebhookRecord } from '#contract/types.ts'
import { withoutNulls } from '#db/absent.ts'
import type { WithSecret } from './change-webhook.ts'
import type { DeliveryRow } from './delivery.queries.ts'
import type { Webhook } from './webhook.entity.ts'

/** Without its secrets. */
export const viewWebhook = (row: Webhook): WebhookRecord => ({
  id: row.id,
  url: row.url,
  ...(row.kinds && { kinds: [...row.kinds] }),
  ...(row.description && { description: row.description }),
  active: row.state === 'active',
  ...(row.previousUntil && { previousSecretUntil: row.previousUntil.toISOString() }),
  recordedAt: row.recordedAt.toISOString(),
  version: row.version,
})

export const viewIssuedWebhook = ({ row, secret }: WithSecret): WebhookIssued => ({
  ...viewWebhook(row),
  secret,
})

export const viewDelivery = (row: DeliveryRow): WebhookDeliveryRecord => withoutNulls(row)
