import { base64Of, bytesOfBase64 } from './encoding.ts'
import { hashBytes, type Hash } from './merkle/hashing.ts'

/** What a log says of itself: how many entries it has, and the hash of all of them (C2SP tlog-checkpoint). */
export interface Checkpoint {
  /** The name of the log. */
  readonly origin: string
  readonly size: number
  readonly root: Hash
}

export const checkpointText = ({ origin, size, root }: Checkpoint): string =>
  `${origin}\n${size}\n${base64Of(root)}\n`

/** Reads the text of a checkpoint; further lines are allowed, and nothing is known of them. */
export function readCheckpoint(text: string): Checkpoint | undefined {
  const [origin = '', size = '', encoded = '', ...rest] = text.split('\n')
  const root = bytesOfBase64(encoded)
  const isCounted = /^(?:0|[1-9]\d{0,15})$/.test(size) && Number.isSafeInteger(Number(size))
  const isWhole = rest.at(-1) === '' && rest.slice(0, -1).every((line) => line !== '')
  if (origin === '' || root?.length !== hashBytes || !isCounted || !isWhole) return undefined
  return { origin, size: Number(size), root }
}
