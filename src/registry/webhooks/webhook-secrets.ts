import type { EntityManager } from '@mikro-orm/postgresql'
import { isSealed, type SecretBox } from '../secrets/secret-box.ts'

/** For what the key is derived by which secrets of webhooks are sealed. */
export const webhookSecrets = 'webhook secrets'

interface Kept {
  readonly id: string
  readonly secret: string
  readonly previousSecret: string | null
}

/** What was found at the start of a node. */
export interface SecretsFound {
  /** Stood as they are, from before they were sealed; they do no longer. */
  readonly sealed: number
  /** Sealed by another key: nothing is sent to these webhooks until their secret is rotated. */
  readonly unreadable: readonly string[]
}

/** Seals what stands open, and tells of what cannot be opened: a registry that was restored without its keys. */
export async function settleSecrets(em: EntityManager, box: SecretBox): Promise<SecretsFound> {
  const rows = await em.execute<Kept[]>(
    `select id, secret, previous_secret as "previousSecret" from webhooks where state <> 'removed' order by id for update`,
  )
  const open = rows.filter(({ secret, previousSecret }) => [secret, previousSecret].some(standsOpen))
  for (const { id, secret, previousSecret } of open) {
    const sealed = (text: string | null) => (standsOpen(text) && text !== null ? box.seal(text, id) : text)
    await em.execute('update webhooks set secret = ?, previous_secret = ? where id = ?', [
      sealed(secret),
      sealed(previousSecret),
      id,
    ])
  }
  const isUnreadable = ({ id, secret }: Kept) => !standsOpen(secret) && box.open(secret, id) === undefined
  return { sealed: open.length, unreadable: rows.filter(isUnreadable).map(({ id }) => id) }
}

const standsOpen = (text: string | null): boolean => text !== null && !isSealed(text)
