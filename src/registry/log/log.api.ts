import { operation, type Operation } from '#http/operation.ts'
import { answerConsistency, answerInclusion } from './answer-proofs.ts'
import { checkpoint } from './checkpoint.queries.ts'
import { entriesFrom, logHead } from './log.queries.ts'
import { noSuchEntry, noSuchTile, notThatLarge, sizesReversed } from './log.refusals.ts'
import { viewEntry } from './log.view.ts'
import { readBundle, readTile } from './read-tile.ts'

/** What is in the log is never changed: whoever has it need not ask again. */
const forEver = { 'cache-control': 'public, max-age=31536000, immutable' }
/** The head moves: a checkpoint that is a second old is the newest that a cache may tell. */
const forAMoment = { 'cache-control': 'public, max-age=1' }
const lasting = (isStated: boolean) => (isStated ? forEver : forAMoment)

const group = 'Log'
const bytes = 'application/octet-stream'
const note = 'text/plain; charset=utf-8'

export const logOperations: readonly Operation[] = [
  operation(
    {
      id: 'read-log-checkpoint',
      method: 'get',
      path: '/log/checkpoint',
      summary: 'The size and root of the log, signed (C2SP checkpoint). No key needed',
      group,
      access: 'public',
      answers: { 200: null },
      media: ['text/plain'],
      refuses: [],
    },
    async ({ em, facilities }) => {
      const { note: content } = await checkpoint(em, facilities)
      return { status: 200, media: note, content, headers: forAMoment }
    },
  ),
  operation(
    {
      id: 'read-log-entry-bundle',
      method: 'get',
      path: '/log/tile/entries/{+path}',
      summary: 'The bytes of 256 entries, each behind its length in two bytes (C2SP tlog-tiles)',
      group,
      access: 'public',
      params: 'log/bundle-path.json',
      answers: { 200: null },
      media: [bytes],
      refuses: [noSuchTile],
    },
    async ({ em, params }) => ({
      status: 200,
      media: bytes,
      content: await readBundle(em, params.path),
      headers: forEver,
    }),
  ),
  operation(
    {
      id: 'read-log-tile',
      method: 'get',
      path: '/log/tile/{level}/{+path}',
      summary: '256 hashes of the tree, side by side (C2SP tlog-tiles)',
      group,
      access: 'public',
      params: 'log/tile-path.json',
      answers: { 200: null },
      media: [bytes],
      refuses: [noSuchTile],
    },
    async ({ em, params }) => ({
      status: 200,
      media: bytes,
      content: await readTile(em, Number(params.level), params.path),
      headers: forEver,
    }),
  ),
  operation(
    {
      id: 'list-log-entries',
      method: 'get',
      path: '/log/entries',
      summary: 'What the log says, entry by entry. No key needed',
      group,
      access: 'public',
      query: 'log/entries-query.json',
      answers: { 200: 'log/entries.json' },
      refuses: [],
    },
    async ({ em, query }) => {
      const { size } = await logHead(em)
      const rows = await entriesFrom(em, query.from, query.limit)
      const following = query.from + rows.length
      const next = rows.length === query.limit && following < size ? following : null
      return {
        status: 200,
        body: { size: Math.max(size, following), entries: rows.map(viewEntry), next },
        headers: forAMoment,
      }
    },
  ),
  operation(
    {
      id: 'prove-log-inclusion',
      method: 'get',
      path: '/log/proof/inclusion',
      summary: 'That the log of a size has an entry at a place (RFC 9162)',
      group,
      access: 'public',
      query: 'log/inclusion-query.json',
      answers: { 200: 'log/inclusion.json' },
      refuses: [noSuchEntry, notThatLarge],
    },
    async ({ em, query }) => ({
      status: 200,
      body: await answerInclusion(em, query),
      headers: lasting(query.size !== undefined),
    }),
  ),
  operation(
    {
      id: 'prove-log-consistency',
      method: 'get',
      path: '/log/proof/consistency',
      summary: 'That the log has only been appended to between two sizes (RFC 9162)',
      group,
      access: 'public',
      query: 'log/consistency-query.json',
      answers: { 200: 'log/consistency.json' },
      refuses: [notThatLarge, sizesReversed],
    },
    async ({ em, query }) => ({
      status: 200,
      body: await answerConsistency(em, query),
      headers: lasting(query.to !== undefined),
    }),
  ),
]
