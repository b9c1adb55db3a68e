import type { LogEntryView, LogPlaces, LogPlaceView, LogStatementView } from '#contract/types.ts'
import type { Hash } from '#evidence/merkle/hashing.ts'
import type { EntryRow } from './log.queries.ts'
import type { ProvedPlace, ProvedPlaces } from './places.queries.ts'

/** As in checkpoints, so that roots can be compared as they stand. */
export const base64 = (hash: Hash): string => Buffer.from(hash).toString('base64')

export const viewEntry = ({ index, leaf, leafHash }: EntryRow): LogEntryView => ({
  index,
  leafHash: base64(leafHash),
  // Written by this registry, and read by its own words.
  statement: JSON.parse(leaf) as LogStatementView,
})

/** For those who are not party to the certificate, a sealed entry is as if it were about another one. */
export function viewPlaces(
  number: string,
  { checkpoint, places }: ProvedPlaces,
  isParty: boolean,
): LogPlaces {
  return {
    number,
    log: checkpoint.origin,
    size: checkpoint.size,
    root: base64(checkpoint.root),
    checkpoint: checkpoint.note,
    entries: places.filter(({ opening }) => isParty || opening === null).map(viewPlace),
  }
}

const viewPlace = ({
  index,
  kind,
  version,
  at,
  leaf,
  leafHash,
  opening,
  path,
}: ProvedPlace): LogPlaceView => ({
  index,
  kind: kind as LogPlaceView['kind'],
  version,
  at,
  leaf,
  leafHash: base64(leafHash),
  ...(opening !== null && { opening }),
  path: path.map(base64),
})
