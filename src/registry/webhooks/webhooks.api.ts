import { operation, type Operation } from '#http/operation.ts'
import type { SecretBox } from '../secrets/secret-box.ts'
import {
  reviseWebhook,
  removeWebhook,
  rotateSecret,
  subscribeWebhook,
  type TargetFault,
} from './change-webhook.ts'
import { deliveryOperations } from './deliveries.api.ts'
import { webhookAt, webhookHeld, webhooksOf } from './webhook.queries.ts'
import { targetNotAllowed, tooManyWebhooks, unknownWebhook } from './webhook.refusals.ts'
import { viewIssuedWebhook, viewWebhook } from './webhook.view.ts'

declare module '#http/facilities.ts' {
  interface Facilities {
    /** What is wrong with a URL as a target of ours. */
    readonly targetFault: TargetFault
    /** Seals the secrets of webhooks, and opens them. */
    readonly webhookSecrets: SecretBox
  }
}

const locationOf = ({ id }: { readonly id: string }): string => `/v1/webhooks/${id}`

export const webhookOperations: readonly Operation[] = [
  operation(
    {
      id: 'subscribe-webhook',
      method: 'post',
      path: '/v1/webhooks',
      summary: 'Have events of your organization sent to a URL; the secret is shown this once',
      description:
        'Every delivery is the event as the feed says it, signed as Standard Webhooks describes: `webhook-id`, `webhook-timestamp` ' +
        'and `webhook-signature`.',
      access: 'webhook.manage',
      body: 'webhooks/entry.json',
      answers: { 201: 'webhooks/issued.json' },
      refuses: [targetNotAllowed, tooManyWebhooks],
      secret: true,
    },
    async ({ em, body, actor, now, facilities }) => {
      const { targetFault, webhookSecrets: secrets } = facilities
      const issued = await subscribeWebhook(em, body, { actor, now, targetFault, secrets })
      const { row } = issued
      const headers = { location: locationOf(row) }
      return {
        status: 201,
        body: viewIssuedWebhook(issued),
        etag: row.version,
        headers,
        after: viewWebhook(row),
      }
    },
  ),
  operation(
    {
      id: 'list-webhooks',
      method: 'get',
      path: '/v1/webhooks',
      summary: 'List the webhooks of your organization',
      access: 'webhook.read',
      answers: { 200: 'webhooks/page.json' },
      refuses: [],
    },
    async ({ em, actor }) => {
      const rows = await webhooksOf(em, actor.organization.id)
      return { status: 200, body: { items: rows.map(viewWebhook) } }
    },
  ),
  operation(
    {
      id: 'read-webhook',
      method: 'get',
      path: '/v1/webhooks/{id}',
      summary: 'Read a webhook, without its secret',
      access: 'webhook.read',
      params: 'webhooks/path.json',
      answers: { 200: 'webhooks/webhook.json' },
      refuses: [unknownWebhook],
    },
    async ({ em, params, actor }) => {
      const row = await webhookAt(em, params.id, actor)
      return { status: 200, body: viewWebhook(row), etag: row.version }
    },
  ),
  operation(
    {
      id: 'revise-webhook',
      method: 'patch',
      path: '/v1/webhooks/{id}',
      summary: 'Change where or what a webhook is sent, pause it, or take it up again',
      access: 'webhook.manage',
      ifMatch: true,
      params: 'webhooks/path.json',
      body: 'webhooks/revision.json',
      answers: { 200: 'webhooks/webhook.json' },
      refuses: [unknownWebhook, targetNotAllowed],
    },
    async ({ em, params, body, ifMatch, actor, facilities }) => {
      const row = await webhookHeld(em, params.id, actor)
      const before = viewWebhook(row)
      await reviseWebhook(em, { row, stated: body, seenVersion: ifMatch }, facilities.targetFault)
      return { status: 200, body: viewWebhook(row), etag: row.version, before, subject: locationOf(row) }
    },
  ),
  operation(
    {
      id: 'rotate-webhook-secret',
      method: 'post',
      path: '/v1/webhooks/{id}/rotate',
      summary: 'Make a new secret, shown this once; for a day the former one signs beside it',
      access: 'webhook.manage',
      params: 'webhooks/path.json',
      answers: { 200: 'webhooks/issued.json' },
      refuses: [unknownWebhook],
      secret: true,
    },
    async ({ em, params, actor, now, facilities }) => {
      const row = await webhookHeld(em, params.id, actor)
      const before = viewWebhook(row)
      const issued = await rotateSecret(em, row, { now, secrets: facilities.webhookSecrets })
      const after = viewWebhook(row)
      return {
        status: 200,
        body: viewIssuedWebhook(issued),
        etag: row.version,
        before,
        after,
        subject: locationOf(row),
      }
    },
  ),
  operation(
    {
      id: 'remove-webhook',
      method: 'delete',
      path: '/v1/webhooks/{id}',
      summary: 'End a webhook: what is still on its way to it is given up',
      access: 'webhook.manage',
      params: 'webhooks/path.json',
      answers: { 204: null },
      refuses: [unknownWebhook],
    },
    async ({ em, params, actor }) => {
      const row = await webhookHeld(em, params.id, actor)
      const before = viewWebhook(row)
      await removeWebhook(em, row)
      return { status: 204, before, subject: locationOf(row) }
    },
  ),
  ...deliveryOperations,
]
