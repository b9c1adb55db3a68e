import { LockMode, type EntityManager } from '@mikro-orm/postgresql'
import { v7 } from 'uuid'
import type { CompetenceVersionEntry } from '#contract/types.ts'
import { olderVersion } from '#db/refused-by.ts'
import type { Actor } from '#http/actor.ts'
import { requireOwn } from '../people/may.ts'
import { CompetenceVersion } from './competence-version.entity.ts'
import type { Competence } from './competence.entity.ts'
import { stateScope } from './state-scope.ts'

/** A reduction or an extension: what the line said before stays, and is still asked for as of its days. */
export async function changeScope(
  em: EntityManager,
  asked: { competence: Competence; stated: CompetenceVersionEntry; seenVersion: number },
  { actor, now }: { actor: Actor; now: Date },
): Promise<void> {
  const { competence, stated, seenVersion } = asked
  const organization = competence.organization.getEntity()
  requireOwn(actor, organization.id)
  await em.lock(competence, LockMode.OPTIMISTIC, seenVersion)
  const scope = stateScope(stated.scope, { kind: competence.measurandKind.getEntity(), organization })

  const { reason } = stated
  const sequence = 1 + (await em.count(CompetenceVersion, { competence }))
  em.create(CompetenceVersion, { id: v7(), competence, sequence, ...scope, reason, recordedAt: now })
  await advance(em, competence, seenVersion)
}

/** The history lies in other rows; the version of the line counts what was added to it. */
export async function advance(em: EntityManager, competence: Competence, seenVersion: number): Promise<void> {
  await em.flush()
  const [moved] = await em.execute<{ version: number }[]>(
    'update competences set version = version + 1 where id = ? and version = ? returning version',
    [competence.id, seenVersion],
  )
  if (!moved) throw olderVersion(olderVersion.definition.title)
  await em.refresh(competence, { populate: ['organization', 'measurandKind'] })
}
