import type { EntityManager } from '@mikro-orm/postgresql'
import { v7 } from 'uuid'
import type { CompetenceEntry } from '#contract/types.ts'
import type { Actor } from '#http/actor.ts'
import { measurandKindNamed } from '../measurand-kinds/measurand-kind.queries.ts'
import { organizationNamed } from '../organizations/organization.queries.ts'
import { requireOwn } from '../people/may.ts'
import { CompetenceStatus } from './competence-status.entity.ts'
import { CompetenceVersion } from './competence-version.entity.ts'
import { Competence } from './competence.entity.ts'
import { competenceCodeTaken } from './competence.refusals.ts'
import { stateScope } from './state-scope.ts'

/** One line of a scope, active from the day its first version begins. */
export async function registerCompetence(
  em: EntityManager,
  stated: CompetenceEntry,
  { actor, now }: { actor: Actor; now: Date },
): Promise<Competence> {
  const organization = await organizationNamed(em, stated.organization, '/organization')
  requireOwn(actor, organization.id, '/organization')
  const measurandKind = await measurandKindNamed(em, stated.measurandKind, '/measurandKind')
  const scope = stateScope(stated.scope, { kind: measurandKind, organization })
  await refuseTakenCode(em, stated.code)

  const { code, kind, issuer, number } = stated
  const members = { code, organization, kind, issuer, number, measurandKind }
  const competence = em.create(Competence, { id: v7(), ...members, recordedAt: now })
  em.create(CompetenceVersion, { id: v7(), competence, sequence: 1, ...scope, recordedAt: now })
  em.create(CompetenceStatus, {
    id: v7(),
    competence,
    status: 'active',
    effectiveFrom: scope.validFrom,
    reason: 'registered',
    recordedAt: now,
  })
  await em.flush()
  return competence
}

async function refuseTakenCode(em: EntityManager, code: string): Promise<void> {
  const namesake = await em.findOne(Competence, { code })
  if (!namesake) return
  throw competenceCodeTaken(
    { en: `${code} is another competence`, zh: `${code} 已是另一能力的代码` },
    { competence: namesake.id },
    { pointer: '/code' },
  )
}
