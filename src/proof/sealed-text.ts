import { sha256Hex } from '#evidence/digest.ts'

/** The type in the header: a signature over anything else of the node cannot be taken for a seal (RFC 8725, 3.11). */
export const sealType = 'etalon-proof+jws'

/** In canonical form the seal is the last member, so that what it seals can be read off the text. */
const sealedText = /^(\{.*),"seal":"([\w.-]+)"\}$/s

export interface Sealed {
  /** SHA-256 of everything but the seal, in hexadecimal. */
  readonly sha256: string
  readonly seal: string
}

/** What is sealed, before anything of it is understood; undefined where the text does not end in a seal. */
export function sealIn(text: string): Sealed | undefined {
  const [, content, seal] = sealedText.exec(text) ?? []
  return content === undefined || seal === undefined ? undefined : { sha256: sha256Hex(`${content}}`), seal }
}
