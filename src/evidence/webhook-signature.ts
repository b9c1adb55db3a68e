import { createHmac, randomBytes } from 'node:crypto'

const opening = 'whsec_'

/** 256 bits, written as Standard Webhooks writes secrets. */
export const newWebhookSecret = (): string => opening + randomBytes(32).toString('base64')

export interface SignedMessage {
  readonly id: string
  readonly timestampSeconds: number
  readonly body: string
}

/** The headers of Standard Webhooks, signed by each secret: during a rotation a receiver may know the old or the new one. */
export function webhookHeaders(
  { id, timestampSeconds, body }: SignedMessage,
  secrets: readonly string[],
): Record<'webhook-id' | 'webhook-timestamp' | 'webhook-signature', string> {
  const timestamp = String(timestampSeconds)
  const signature = secrets.map((secret) => signed(`${id}.${timestamp}.${body}`, secret)).join(' ')
  return { 'webhook-id': id, 'webhook-timestamp': timestamp, 'webhook-signature': signature }
}

function signed(text: string, secret: string): string {
  const key = Buffer.from(secret.slice(opening.length), 'base64')
  return `v1,${createHmac('sha256', key).update(text, 'utf8').digest('base64')}`
}
