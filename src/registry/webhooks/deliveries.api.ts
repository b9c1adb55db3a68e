import { placeById } from '#db/list.ts'
import { operation, type Operation } from '#http/operation.ts'
import { pageOf, pagePlace, rowsToRead } from '#http/paging.ts'
import { deliveriesListed, orderAgain } from './delivery.queries.ts'
import { webhookAt, webhookHeld } from './webhook.queries.ts'
import { nothingToReplay, unknownWebhook } from './webhook.refusals.ts'
import { viewDelivery } from './webhook.view.ts'

export const deliveryOperations: readonly Operation[] = [
  operation(
    {
      id: 'list-webhook-deliveries',
      method: 'get',
      path: '/v1/webhooks/{id}/deliveries',
      summary: 'List what was sent to a webhook and what came of it, the newest first',
      access: 'webhook.read',
      params: 'webhooks/path.json',
      query: 'webhooks/delivery-search.json',
      answers: { 200: 'webhooks/delivery-page.json' },
      refuses: [unknownWebhook],
    },
    async ({ em, params, query, actor }) => {
      const webhook = await webhookAt(em, params.id, actor)
      const list = `webhook-deliveries ${webhook.id}`
      const page = { after: pagePlace(list, query)?.id, limit: rowsToRead(query) }
      const rows = await deliveriesListed(em, webhook, query, page)
      return { status: 200, body: pageOf(list, query, rows, placeById, viewDelivery) }
    },
  ),
  operation(
    {
      id: 'replay-webhook-deliveries',
      method: 'post',
      path: '/v1/webhooks/{id}/replay',
      summary: 'Send again what was given up, or deliveries that are named',
      access: 'webhook.manage',
      params: 'webhooks/path.json',
      body: 'webhooks/replay.json',
      answers: { 200: 'webhooks/replayed.json' },
      refuses: [unknownWebhook, nothingToReplay],
    },
    async ({ em, params, body, actor }) => {
      const webhook = await webhookHeld(em, params.id, actor)
      const replayed = await orderAgain(em, webhook, body.deliveries)
      if (replayed === 0) throw nothingToReplay(nothingToReplay.definition.title)
      return { status: 200, body: { replayed } }
    },
  ),
]
