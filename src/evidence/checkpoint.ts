import { hashBytes, type Hash } from './merkle/hashing.ts'
import { signNote, verifyNote, type NoteFault, type NoteVerifier } from './signed-note.ts'
import type { SigningKey } from './keys.ts'

/** What a log says of itself: how many entries it has, and the hash of all of them (C2SP tlog-checkpoint). */
export interface Checkpoint {
  /** The name of the log. */
  readonly origin: string
  readonly size: number
  readonly root: Hash
}

export const checkpointText = ({ origin, size, root }: Checkpoint): string =>
  `${origin}\n${size}\n${Buffer.from(root).toString('base64')}\n`

/** The log signs under its own name. */
export const signCheckpoint = (checkpoint: Checkpoint, key: SigningKey): string =>
  signNote(checkpointText(checkpoint), checkpoint.origin, key)

/** Reads the text of a checkpoint; further lines are allowed, and nothing is known of them. */
export function readCheckpoint(text: string): Checkpoint | undefined {
  const [origin = '', size = '', encoded = '', ...rest] = text.split('\n')
  const root = Buffer.from(encoded, 'base64')
  const isWritten = root.length === hashBytes && root.toString('base64') === encoded
  const isCounted = /^(?:0|[1-9]\d{0,15})$/.test(size) && Number.isSafeInteger(Number(size))
  const isWhole = rest.at(-1) === '' && rest.slice(0, -1).every((line) => line !== '')
  return origin !== '' && isWritten && isCounted && isWhole ? { origin, size: Number(size), root } : undefined
}

export type CheckpointVerdict =
  | { readonly authentic: true; readonly checkpoint: Checkpoint; readonly signedBy: readonly NoteVerifier[] }
  | { readonly authentic: false; readonly because: NoteFault | 'not-a-checkpoint' | 'other-log' }

/** A checkpoint of the log named `origin`, signed under this name by one of the keys. */
export function verifyCheckpoint(
  note: string,
  origin: string,
  keys: readonly NoteVerifier['jwk'][],
): CheckpointVerdict {
  const verdict = verifyNote(
    note,
    keys.map((jwk) => ({ name: origin, jwk })),
  )
  if (!verdict.authentic) return verdict
  const checkpoint = readCheckpoint(verdict.text)
  if (!checkpoint) return { authentic: false, because: 'not-a-checkpoint' }
  if (checkpoint.origin !== origin) return { authentic: false, because: 'other-log' }
  return { authentic: true, checkpoint, signedBy: verdict.signedBy }
}
