import { neverCalibrated, viewed } from './answer.ts'
import type { TraceabilityAnswer } from './answer.ts'
import { civilDays } from './due.ts'
import { chainAbove } from './graph.ts'
import { answeredInfluences } from './influences/answered.ts'
import { ownInfluences } from './influences/own-influences.ts'
import { partsOfNodes } from './influences/parts-of-nodes.ts'
import { judge } from './judge.ts'
import { judgedBefore, saidOfResult } from './judged-before.ts'
import { knownAt } from './known.ts'
import type { Policy } from './policies.ts'
import type { Subject } from './question.ts'
import { recomputations } from './recomputation.ts'
import type { ChainRecords, PointOfUse } from './records.ts'
import { depthOf, depthReported } from './resolution.ts'
import type { Setting } from './rules/outcome.ts'
import { sharesAlong } from './shares.ts'
import { worst } from './verdict.ts'

/** `traceable(result, at T, as known at K, policy)`. */
export interface TraceabilityQuestion {
  readonly subject: Subject
  readonly at: Date
  readonly asKnownAt: Date
  readonly policy: Policy
  /** The point at which the result is used; its own point where none is given. */
  readonly point?: PointOfUse | undefined
  readonly measurandKind?: string | undefined
  /** Which civil day an instant falls on; days on Chinese certificates are days of China Standard Time. */
  readonly utcOffsetMinutes?: number | undefined
  /** Whether the answer decomposes the result into its elementary influences. */
  readonly withInfluences?: boolean | undefined
}

/** Days on Chinese certificates are days of China Standard Time. */
export const chinaStandardTimeMinutes = 480

/** The answer to one question about one result. Pure: the same records and question give the same answer, in any order. */
export function traceability(records: ChainRecords, question: TraceabilityQuestion): TraceabilityAnswer {
  const { subject, at, asKnownAt, policy } = question
  const known = knownAt(records, asKnownAt)
  const chain = subject.kind === 'result' ? chainAbove(known, subject.resultId) : undefined
  if (chain === undefined) return neverCalibrated(question)
  const setting: Setting = {
    known,
    chain,
    policy,
    at,
    dayOf: civilDays(question.utcOffsetMinutes ?? chinaStandardTimeMinutes),
    judgedBefore: judgedBefore(records, asKnownAt),
  }
  const shares = sharesAlong(chain)
  const asked = { from: at, to: at, point: question.point ?? {}, measurandKind: question.measurandKind }
  const judged = judge(setting, shares, asked)
  const depth = depthOf(setting, judged)
  const judgements = [...judged.judgements, { ...depthReported(setting, depth), weight: 'counts' as const }]
  const counted = judgements.filter((one) => one.weight === 'counts')
  const verdict = worst(counted.map((one) => one.effect))
  const recomputed = recomputations(setting)
  const parts = partsOfNodes(known, chain, (node) =>
    saidOfResult(setting, node, () => ownInfluences(known, chain, node), 'influences'),
  )
  const influences = question.withInfluences === true ? answeredInfluences(known, chain) : undefined
  const computed = { shares, parts, judged, judgements, depth, verdict, recomputed, influences }
  return viewed({ question, setting, ...computed })
}
