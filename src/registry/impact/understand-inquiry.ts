import type { EntityManager } from '@mikro-orm/postgresql'
import type { ImpactHypothesis, ImpactQuestion } from '#contract/types.ts'
import type { Actor } from '#http/actor.ts'
import { upstreamKey } from '#metrology/traceability/impact/hypothesis.ts'
import { deviceUsesBelow, type DeviceUses } from './device-uses.ts'
import { rootsOf, type Roots, type Window } from './downstream.queries.ts'
import { driftWithoutBeginning, windowOfUseReversed } from './impact.refusals.ts'
import { subjectNamed, type Subject } from './subject.queries.ts'
import { suppose, type Changes } from './suppose.ts'

/** A question that has been understood: it can be followed, and nothing of it will be refused any more. */
export interface Inquiry {
  readonly subject: Subject
  /** By the keys of the chain. */
  readonly keys: ReadonlySet<string>
  readonly window: Window
  /** Nothing where nothing is supposed: then only what rests on the subject is asked. */
  readonly changes: Changes
  readonly roots: Roots
  readonly devices: DeviceUses
}

export type Asked = Pick<ImpactQuestion, 'subject' | 'since' | 'until' | 'hypothesis'>

/** Who asks, when, and until when the answer is wanted. */
export interface Asking {
  readonly actor: Actor
  readonly now: Date
  readonly signal: AbortSignal
}

export async function understandInquiry(
  em: EntityManager,
  asked: Asked,
  { actor, now, signal }: Asking,
): Promise<Inquiry> {
  const window = windowOf(asked)
  const subject = await subjectNamed(em, asked.subject, actor)
  const changes: Changes = asked.hypothesis ? changesOf(subject, asked.hypothesis, window) : new Map()
  const roots = await rootsOf(em, subject, window, signal)
  const results = subject.kind === 'results' ? subject.standards.map(({ id }) => id) : []
  const devices = await deviceUsesBelow(em, { subject: results, window, roots }, now, signal)
  const keys = new Set(subject.standards.map(({ id }) => keyIn(subject, id)))
  return { subject, keys, window, changes, roots, devices }
}

export const isWholeLife = ({ since, until }: Window): boolean => since === undefined && until === undefined

function windowOf({ since, until }: Asked): Window {
  const window = {
    since: since === undefined ? undefined : new Date(since),
    until: until === undefined ? undefined : new Date(until),
  }
  if (!window.since || !window.until || window.since <= window.until) return window
  throw windowOfUseReversed(windowOfUseReversed.definition.title, {}, { pointer: '/until' })
}

/** A standard drifts from its calibration on; a reference has none, and drifts from the beginning of the window. */
function changesOf(subject: Subject, hypothesis: ImpactHypothesis, { since }: Window): Changes {
  if (subject.kind === 'reference' && hypothesis.driftPerYear && !since) {
    throw driftWithoutBeginning(driftWithoutBeginning.definition.title, {}, { pointer: '/since' })
  }
  const standards = subject.standards.map((one) => ({ ...one, finishedAt: one.finishedAt ?? since ?? null }))
  return suppose(standards, hypothesis, ({ id }) => keyIn(subject, id))
}

const keyIn = ({ kind }: Subject, id: string): string =>
  upstreamKey(kind === 'results' ? { kind: 'result', resultId: id } : { kind: 'reference', referenceId: id })
