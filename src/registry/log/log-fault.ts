import type { EntityManager } from '@mikro-orm/postgresql'
import { rootOfFrontier } from '#evidence/merkle/frontier.ts'
import { leafHash, sameHash } from '#evidence/merkle/hashing.ts'
import { subtreesOf } from '#evidence/merkle/subtrees.ts'
import { frontierOf } from './append-statement.ts'
import { entriesCounted, entriesFrom, logHead, type Head } from './log.queries.ts'
import { subtreeReader } from './tiles.queries.ts'

/**
 * Whether the head of the log is that of its entries, in time that hardly grows with them: the frontier is made again from tiles,
 * and the last entry from its bytes. `verifyLog` reads everything.
 */
export async function logFault(em: EntityManager): Promise<string | undefined> {
  const head = await logHead(em)
  const fault = headFault(head)
  if (fault !== undefined) return fault
  const { size, found } = await entriesCounted(em)
  if (size !== found) return `its head counts ${size} entries, and the last one is at ${found - 1}`
  const [last] = await entriesFrom(em, head.size - 1, 1)
  if (last && !sameHash(leafHash(last.leaf), last.leafHash)) return `the entry at ${last.index} was changed`
  return treeFault(em, head)
}

function headFault(head: Head): string | undefined {
  try {
    return sameHash(rootOfFrontier(frontierOf(head)), head.root)
      ? undefined
      : 'its root is not that of its frontier'
  } catch (error) {
    return error instanceof Error ? error.message : String(error)
  }
}

async function treeFault(em: EntityManager, head: Head): Promise<string | undefined> {
  if (head.size === 0) return undefined
  const whole = { start: 0, end: head.size }
  try {
    const hashes = subtreesOf(whole).map(await subtreeReader(em, [whole]))
    const { hashes: stated } = frontierOf(head)
    const isSame = hashes.every((hash, i) => sameHash(hash, stated[i] ?? new Uint8Array()))
    return isSame ? undefined : 'its frontier is not that of its tiles and entries'
  } catch (error) {
    // A tile is missing or too short: what is wrong is said by what could not be read.
    if (error instanceof Error && error.message.startsWith('No tile')) return error.message
    throw error
  }
}
