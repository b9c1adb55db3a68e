import type { JobPayload } from '#db/jobs.ts'
import { deliverEvent, type Delivering } from './deliver-event.ts'
import { orderForgotten } from './delivery.queries.ts'

/** What the worker carries out for webhooks, by the names under which it is ordered. */
export const webhookTasks = (
  delivering: Delivering,
): Readonly<Record<string, (payload: JobPayload) => Promise<void>>> => ({
  'deliver-event': async ({ delivery }) => {
    if (typeof delivery !== 'string') throw new Error('An order to deliver names no delivery')
    await deliverEvent(delivery, delivering)
  },
  'order-forgotten-deliveries': async () => {
    await orderForgotten(delivering.fork())
  },
})
