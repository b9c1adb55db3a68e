import type { TraceabilityAnswer } from '#contract/types.ts'
import { momentOfKnowledge, momentOfUse } from './days.ts'

export interface Moments {
  readonly at?: string
  readonly asKnownAt?: string
}

export interface AnsweredAt {
  readonly answer: TraceabilityAnswer
  /** The same asked now: what has happened since the moments of the question is in it. */
  readonly present: TraceabilityAnswer
  readonly moments: Moments
}

/** Asks as of now first, because the registry has the clock; then as of the days that the address names. */
export async function answeredAt(
  { searchParams }: URL,
  ask: (moments: Moments) => Promise<{ readonly body: TraceabilityAnswer }>,
): Promise<AnsweredAt> {
  const { body: present } = await ask({})
  const at = momentOfUse(searchParams.get('at'))
  const asKnownAt = momentOfKnowledge(searchParams.get('asKnownAt'), new Date(present.asKnownAt))
  const moments = { ...(at !== undefined && { at }), ...(asKnownAt !== undefined && { asKnownAt }) }
  const isNow = at === undefined && asKnownAt === undefined
  return { answer: isNow ? present : (await ask(moments)).body, present, moments }
}
