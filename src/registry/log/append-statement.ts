import { randomBytes } from 'node:crypto'
import type { EntityManager } from '@mikro-orm/postgresql'
import { grow, subtreeCount, type Frontier } from '#evidence/merkle/frontier.ts'
import { hashBytes, leafHash, type Hash } from '#evidence/merkle/hashing.ts'
import { hashesIn, tileWidth } from '#evidence/merkle/tiles.ts'
import { disclose, type Disclosure, type LogStatement } from '#evidence/log-statement.ts'
import { enter, keepTile, lockedHead, type FullTile, type NewEntry } from './append.queries.ts'

/** A statement before it has a time, what it is about, and to whom that is shown. */
export interface Saying {
  readonly statement: LogStatement
  readonly disclosure?: Disclosure
  /** The row of the version, or of the event, that this statement is about. */
  readonly certificate?: string
  readonly certificateEvent?: string
}

export interface LogPlace {
  readonly index: number
  readonly leafHash: Hash
}

/**
 * Says something in the log, in the transaction of the act that it is about: both are committed, or neither. Appenders queue at
 * the head until they commit, so this comes last. The rows it is about must have been flushed.
 */
export async function appendStatement(em: EntityManager, saying: Saying): Promise<LogPlace> {
  const [place] = await appendStatements(em, [saying])
  if (!place) throw new Error('One statement has one place')
  return place
}

export async function appendStatements(
  em: EntityManager,
  sayings: readonly Saying[],
): Promise<readonly LogPlace[]> {
  const head = await lockedHead(em)
  let frontier = frontierOf(head)
  const entries: NewEntry[] = []
  const tiles: FullTile[] = []
  for (const saying of sayings) {
    const entry = entryOf(saying, frontier.size)
    const grown = grow(frontier, entry.leafHash)
    entries.push(entry)
    tiles.push(...tilesCompleted(frontier.size, grown.completed))
    frontier = grown.frontier
  }
  await enter(em, entries, frontier)
  for (const tile of tiles) await keepTile(em, tile)
  return entries
}

/** 256 bits: whoever knows all of a certificate but this cannot tell that an entry is about it. */
const newSalt = () => randomBytes(32).toString('base64url')

function entryOf({ statement, disclosure = 'public', ...about }: Saying, index: number): NewEntry {
  const { leaf, opening } = disclose(statement, disclosure, newSalt)
  return { index, kind: statement.kind, leaf, leafHash: leafHash(leaf), opening, at: statement.at, ...about }
}

/** Every eighth level of complete subtrees is a tile; the entry at `index` may complete several, the lowest first. */
function tilesCompleted(index: number, completed: readonly Hash[]): FullTile[] {
  const tiles: FullTile[] = []
  for (let level = 0; ; level++) {
    const root = completed[(level + 1) * Math.log2(tileWidth)]
    if (root === undefined) return tiles
    tiles.push({ level, index: Math.floor(index / tileWidth ** (level + 1)), root })
  }
}

export function frontierOf({
  size,
  frontier,
}: {
  readonly size: number
  readonly frontier: Uint8Array
}): Frontier {
  if (frontier.length !== subtreeCount(size) * hashBytes)
    throw new Error(`The head of the log has ${frontier.length} bytes of frontier for ${size} entries`)
  return { size, hashes: hashesIn(frontier) }
}
