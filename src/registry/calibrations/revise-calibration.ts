import type { EntityManager } from '@mikro-orm/postgresql'
import type { CalibrationEntry } from '#contract/types.ts'
import { olderVersion } from '#db/refused-by.ts'
import type { Actor } from '#http/actor.ts'
import { requireOwn } from '../people/may.ts'
import { findCalibration, removeResults, type WholeCalibration } from './calibration.queries.ts'
import { foreignRecord, unknownCalibration, wrongState } from './calibration.refusals.ts'
import { evaluateResults } from './evaluate-results.ts'
import { columnsOf, kindsOf } from './log-calibration.ts'
import { recordResults } from './record-results.ts'
import { upstreamSources, upstreamsNamed } from './upstream.queries.ts'
import type { CalibrationState } from './calibration.entity.ts'

/** Replaces a draft, or one that was returned, by a new statement of the same work. */
export async function reviseCalibration(
  em: EntityManager,
  asked: { readonly id: string; readonly seenVersion: number; readonly entry: CalibrationEntry },
  actor: Actor,
  now: Date,
): Promise<void> {
  const { entry } = asked
  const calibration = await calibrationToMove(em, asked, actor, ['evaluated', 'returned'])
  const laboratory = calibration.laboratory.$
  if (entry.laboratory !== laboratory.code) {
    throw foreignRecord(
      { en: 'A calibration stays with its laboratory', zh: '校准记录不能转到其他实验室' },
      {},
      { pointer: '/laboratory' },
    )
  }
  const columns = await columnsOf(em, entry, laboratory, now)
  const kinds = await kindsOf(em, entry)
  const sources = await upstreamSources(em, upstreamsNamed(entry.results))

  const drafts = evaluateResults(entry.results, {
    kinds,
    sources,
    componentId: columns.component.id,
    startedAt: columns.startedAt,
  })

  await removeResults(em, calibration)
  em.assign(calibration, { ...columns, stated: entry, state: 'evaluated' })
  recordResults(em, calibration, drafts, kinds, now)
  await em.flush()
}

/** The calibration as the client saw it, in a state from which it may be moved, by somebody of its laboratory. */
export async function calibrationToMove(
  em: EntityManager,
  asked: { readonly id: string; readonly seenVersion: number },
  actor: Actor,
  states: readonly CalibrationState[],
): Promise<WholeCalibration> {
  const calibration = await findCalibration(em, asked.id)
  if (!calibration) throw unknownCalibration({ en: `None is ${asked.id}`, zh: `没有 ${asked.id}` })
  requireOwn(actor, calibration.laboratory.id)
  if (calibration.version !== asked.seenVersion) {
    throw olderVersion(`The calibration is at version ${calibration.version}`)
  }
  if (states.includes(calibration.state)) return calibration
  throw wrongState(
    {
      en: `It is ${calibration.state}; this needs one that is ${states.join(' or ')}`,
      zh: `当前状态为 ${calibration.state}，此操作要求 ${states.join(' 或 ')}`,
    },
    { state: calibration.state },
  )
}
