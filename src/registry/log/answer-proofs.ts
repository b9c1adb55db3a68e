import type { EntityManager } from '@mikro-orm/postgresql'
import type { LogConsistency, LogConsistencyQuery, LogInclusion, LogInclusionQuery } from '#contract/types.ts'
import { entriesFrom, logHead } from './log.queries.ts'
import { noSuchEntry, notThatLarge, sizesReversed } from './log.refusals.ts'
import { base64 } from './log.view.ts'
import { consistencyFor, inclusionFor } from './prove.ts'

/** A size that the log has or had; its own if none is stated. */
async function sizeAsked(em: EntityManager, stated: number | undefined, pointer: string): Promise<number> {
  const { size } = await logHead(em)
  if (stated === undefined || stated <= size) return stated ?? size
  throw notThatLarge({ en: `It has ${size} entries`, zh: `现有 ${size} 条` }, { size }, { pointer })
}

export async function answerInclusion(em: EntityManager, asked: LogInclusionQuery): Promise<LogInclusion> {
  const { index } = asked
  const size = await sizeAsked(em, asked.size, '/size')
  const [entry] = index < size ? await entriesFrom(em, index, 1) : []
  if (!entry) {
    throw noSuchEntry(
      { en: `The last one is at ${size - 1}`, zh: `最后一条在 ${size - 1}` },
      {},
      { pointer: '/index' },
    )
  }
  const { path, root } = await inclusionFor(em, index, size)
  return { index, size, leafHash: base64(entry.leafHash), root: base64(root), path: path.map(base64) }
}

export async function answerConsistency(
  em: EntityManager,
  asked: LogConsistencyQuery,
): Promise<LogConsistency> {
  const { from } = asked
  const to = await sizeAsked(em, asked.to, asked.to === undefined ? '/from' : '/to')
  if (from > to) {
    if (asked.to === undefined) {
      throw notThatLarge(
        { en: `It has ${to} entries`, zh: `现有 ${to} 条` },
        { size: to },
        { pointer: '/from' },
      )
    }
    throw sizesReversed(
      { en: `${from} is more than ${to}`, zh: `${from} 大于 ${to}` },
      {},
      { pointer: '/from' },
    )
  }
  const { path, fromRoot, toRoot } = await consistencyFor(em, from, to)
  return { from, to, fromRoot: base64(fromRoot), toRoot: base64(toRoot), path: path.map(base64) }
}
