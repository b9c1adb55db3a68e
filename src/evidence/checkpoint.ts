import { checkpointText, readCheckpoint, type Checkpoint } from './checkpoint-text.ts'
import type { SigningKey } from './keys.ts'
import type { NoteVerifier } from './note.ts'
import { signNote, verifyNote, type NoteFault } from './signed-note.ts'

/** The log signs under its own name. */
export const signCheckpoint = (checkpoint: Checkpoint, key: SigningKey): string =>
  signNote(checkpointText(checkpoint), checkpoint.origin, key)

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
