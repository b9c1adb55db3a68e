import type { EntityManager } from '@mikro-orm/postgresql'
import type { Hash } from '#evidence/merkle/hashing.ts'
import { inclusionProof, inclusionRanges } from '#evidence/merkle/proofs.ts'
import { checkpoint, type LogSigner, type SignedCheckpoint } from './checkpoint.queries.ts'
import { entriesAbout, type PlaceRow } from './log.queries.ts'
import { subtreeReader } from './tiles.queries.ts'

export interface ProvedPlace extends PlaceRow {
  readonly path: readonly Hash[]
}

export interface ProvedPlaces {
  readonly checkpoint: SignedCheckpoint
  readonly places: readonly ProvedPlace[]
}

/** Every entry about a certificate, proved in the tree of a checkpoint. Openings are for its parties only. */
export async function placesOf(em: EntityManager, number: string, signer: LogSigner): Promise<ProvedPlaces> {
  const rows = await entriesAbout(em, number)
  // Read after the entries: it has them all.
  const signed = await checkpoint(em, signer)
  const ranges = rows.flatMap(({ index }) => inclusionRanges(index, signed.size))
  const read = await subtreeReader(em, ranges)
  const places = rows.map((row) => ({ ...row, path: inclusionProof(row.index, signed.size, read) }))
  return { checkpoint: signed, places }
}
