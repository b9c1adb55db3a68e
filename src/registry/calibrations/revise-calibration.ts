import type { EntityManager } from '@mikro-orm/postgresql'
import type { CalibrationEntry } from '#contract/types.ts'
import type { Actor } from '#http/actor.ts'
import { calibrationToMove } from './calibration-to-move.ts'
import { removeResults } from './calibration.queries.ts'
import { foreignRecord } from './calibration.refusals.ts'
import { evaluateResults } from './results/evaluate-results.ts'
import { columnsOf, kindsOf } from './log-calibration.ts'
import { recordResults } from './results/record-results.ts'
import { standardsOfResults } from './results/shared-standards.queries.ts'
import { upstreamSources, upstreamsNamed } from './results/upstream.queries.ts'

/** Nobody has judged what is stated now; who judged the former statement stands in the audit trail. */
const unjudged = {
  submittedBy: null,
  submittedAt: null,
  reviewedBy: null,
  reviewedAt: null,
  reviewReason: null,
}

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
    standards: await standardsOfResults(em, entry.results, sources, now),
  })

  await removeResults(em, calibration)
  em.assign(calibration, { ...columns, ...unjudged, stated: entry, state: 'evaluated' })
  recordResults(em, calibration, drafts, kinds, now)
  await em.flush()
}
