import type { EntityManager } from '@mikro-orm/postgresql'
import { v7 } from 'uuid'
import type { ComparisonResultEntry } from '#contract/types.ts'
import type { Actor } from '#http/actor.ts'
import { within } from '#refusal.ts'
import { competenceNamed } from '../competences/competence.queries.ts'
import { requireOwn } from '../people/may.ts'
import { Person } from '../people/person.entity.ts'
import { ComparisonResult } from './comparison-result.entity.ts'
import { otherMeasurand, resultRepeated, roundClosed } from './comparison.refusals.ts'
import type { Comparison } from './comparison.entity.ts'
import { refuseBefore, refuseToCome } from './days-of-round.ts'
import { figuresInRound, versionsNamed } from './figures-in-round.ts'

/** One result for each line of a scope that takes part, once and sealed: nobody looks at others before measuring. */
export async function takePart(
  em: EntityManager,
  { round, stated }: { readonly round: Comparison; readonly stated: ComparisonResultEntry },
  { actor, now }: { readonly actor: Actor; readonly now: Date },
): Promise<void> {
  const competence = await competenceNamed(em, stated.competence, '/competence')
  const holder = competence.organization.id
  requireOwn(actor, holder, '/competence')
  if (round.closings.length > 0) throw roundClosed(roundClosed.definition.title)
  if (competence.measurandKind.id !== round.measurandKind.id) {
    const { code } = round.measurandKind.getEntity()
    const detail = { en: `The round compares ${code}`, zh: `该轮次比对的被测量为 ${code}` }
    throw otherMeasurand(detail, {}, { pointer: '/competence' })
  }
  refuseBefore(stated.measuredOn, round.openedOn, '/measuredOn')
  refuseToCome(stated.measuredOn, now, '/measuredOn')
  if (round.results.getItems().some((one) => one.competence.id === competence.id)) {
    throw resultRepeated(resultRepeated.definition.title, {}, { pointer: '/competence' })
  }
  const versions = await versionsNamed(em, stated.figures)
  const figures = within('/figures', () =>
    figuresInRound(stated.figures, { round, issuer: holder, versions }),
  )
  em.create(ComparisonResult, {
    id: v7(),
    comparison: round,
    competence,
    measuredOn: stated.measuredOn,
    stated: stated.figures,
    ...figures,
    recordedBy: em.getReference(Person, actor.person.id),
    recordedAt: now,
  })
  await em.flush()
}
