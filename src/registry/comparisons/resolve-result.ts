import type { EntityManager } from '@mikro-orm/postgresql'
import { v7 } from 'uuid'
import type { ComparisonResolutionEntry } from '#contract/types.ts'
import type { Actor } from '#http/actor.ts'
import { requireOwn } from '../people/may.ts'
import { Person } from '../people/person.entity.ts'
import { ComparisonResolution } from './comparison-result.entity.ts'
import { nothingToResolve, roundOpen, unknownParticipant } from './comparison.refusals.ts'
import type { Comparison } from './comparison.entity.ts'
import { refuseBefore, refuseToCome } from './days-of-round.ts'

/** From that day on, and not before, work under this line stands again without a reservation (rule R21). */
export async function resolveResult(
  em: EntityManager,
  { round, stated }: { readonly round: Comparison; readonly stated: ComparisonResolutionEntry },
  { actor, now }: { readonly actor: Actor; readonly now: Date },
): Promise<void> {
  const result = round.results
    .getItems()
    .find(({ competence }) => competence.getEntity().code === stated.competence)
  if (!result) {
    const detail = { en: `${stated.competence} took no part`, zh: `${stated.competence} 未参加` }
    throw unknownParticipant(detail, {}, { pointer: '/competence' })
  }
  requireOwn(actor, result.competence.getEntity().organization.id, '/competence')
  if (round.closings.length === 0) throw roundOpen(roundOpen.definition.title)
  const [score] = result.scores.getItems()
  if (!score || Math.abs(score.normalizedError) <= 1) {
    throw nothingToResolve(nothingToResolve.definition.title, {}, { pointer: '/competence' })
  }
  refuseBefore(stated.resolvedOn, result.measuredOn, '/resolvedOn')
  refuseToCome(stated.resolvedOn, now, '/resolvedOn')
  const { resolvedOn, cause, action } = stated
  em.create(ComparisonResolution, {
    id: v7(),
    result,
    resolvedOn,
    cause,
    action,
    recordedBy: em.getReference(Person, actor.person.id),
    recordedAt: now,
  })
  await em.flush()
}
