import type { EntityManager } from '@mikro-orm/postgresql'
import type { Checkpoint } from '#evidence/checkpoint-text.ts'
import { signCheckpoint } from '#evidence/checkpoint.ts'
import type { Keyring } from '../keys/keyring.ts'
import { logHead } from './log.queries.ts'

/** The name of the log of this node, and the key under which it signs. */
export interface LogSigner {
  readonly logName: string
  readonly keyring: Keyring
}

declare module '#http/facilities.ts' {
  interface Facilities extends LogSigner {}
}

export interface SignedCheckpoint extends Checkpoint {
  /** The signed note (C2SP). */
  readonly note: string
}

/** Where the log is served, without the scheme: names of logs are told apart by it (C2SP tlog-tiles). */
export const logNameOf = (origin: string): string => `${origin.replace(/^https?:\/\//, '')}/log`

/**
 * The committed head of the log, signed. What is read here has been written to disk before anybody could read it, and the head
 * only grows: no later checkpoint contradicts this one.
 */
export async function checkpoint(
  em: EntityManager,
  { logName, keyring }: LogSigner,
): Promise<SignedCheckpoint> {
  const { size, root } = await logHead(em)
  const stated = { origin: logName, size, root }
  return { ...stated, note: signCheckpoint(stated, keyring.current()) }
}
