import { randomBytes } from 'node:crypto'
import { signingKeyFromSeed, type SigningKey } from '#evidence/keys.ts'

/** The key by which this process signs, and how it gets another one. */
export interface Keyring {
  readonly current: () => SigningKey
  /** A new key that is kept where a crash does not lose it, and does not sign yet. */
  readonly prepare: () => SigningKey
  /** A prepared key that the log names already: of a rotation that was committed just before the process ended. */
  readonly prepared: () => readonly SigningKey[]
  /** From now on this one signs; the private half of the former one is destroyed. */
  readonly adopt: (key: SigningKey) => void
}

/** A keyring that is gone with the process. */
export function keyringOf(first: SigningKey): Keyring {
  let signing = first
  return {
    current: () => signing,
    prepare: () => signingKeyFromSeed(randomBytes(32)),
    prepared: () => [],
    adopt: (key) => {
      signing = key
    },
  }
}
