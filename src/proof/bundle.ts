import type { PublicJwk } from '#evidence/public-jwk.ts'
import type { ChainRecords } from '#metrology/traceability/records.ts'
import type { TraceabilityQuestion } from '#metrology/traceability/trace.ts'
import type { Plain } from './plain.ts'

/** One format, one number: whoever reads another one says so. */
export const proofFormat = 'etalon-proof/1'

/** One version of a certificate of the chain: the very text that was hashed. */
export interface CarriedDocument {
  readonly number: string
  readonly version: number
  /** Of the text in UTF-8, in hexadecimal. */
  readonly sha256: string
  readonly text: string
}

/** One line of the log about a certificate of the chain, and the way from it to the root of the checkpoint. */
export interface CarriedStatement {
  readonly index: number
  /** The leaf as it was written: the statement, or a commitment to it. */
  readonly leaf: string
  /** What opens it, where it is a commitment. */
  readonly opening?: string
  /** RFC 6962, 2.1.1: hashes in hexadecimal, from the leaf upwards. */
  readonly inclusion: readonly string[]
}

export interface CarriedLog {
  /** The name under which the log signs its checkpoints. */
  readonly origin: string
  /** A signed note (C2SP tlog-checkpoint). */
  readonly checkpoint: string
  readonly statements: readonly CarriedStatement[]
}

/** What was asked, so that it can be asked again. */
export interface CarriedQuestion {
  readonly certificate: string
  readonly version: number
  readonly result: string
  readonly at: string
  readonly asKnownAt: string
  readonly policy: string
}

/**
 * One file that carries a certificate and all that its traceability rests on. In canonical form (RFC 8785), so that it
 * can be written in one way only; its seal is a compact JWS over the SHA-256 of everything else.
 */
export interface ProofBundle {
  readonly format: typeof proofFormat
  /** The public address of the node that made it. */
  readonly node: string
  readonly made: string
  readonly question: CarriedQuestion
  /** The question as the rules take it: `TraceabilityQuestion`. */
  readonly posed: Plain
  /** Everything the rules read: `ChainRecords`. */
  readonly records: Plain
  /** The answer of the node: `TraceabilityAnswer`, without the words of rules that pass. */
  readonly answer: Plain
  readonly documents: readonly CarriedDocument[]
  readonly log: CarriedLog
  /** The keys by which the node says it signs. They are trusted only if the reader knows them from elsewhere. */
  readonly keys: readonly PublicJwk[]
  readonly seal: string
}

export type Unsealed = Omit<ProofBundle, 'seal'>

/** What a bundle says, in the types of the pure rooms. */
export interface Opened {
  readonly bundle: ProofBundle
  readonly records: ChainRecords
  readonly posed: TraceabilityQuestion
}
