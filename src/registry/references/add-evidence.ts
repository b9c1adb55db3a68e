import type { EntityManager } from '@mikro-orm/postgresql'
import { v7 } from 'uuid'
import type { ReferenceEvidenceEntry } from '#contract/types.ts'
import { competenceNamed } from '../competences/competence.queries.ts'
import type { MetrologicalReference } from './metrological-reference.entity.ts'
import { ReferenceEvidence } from './reference-evidence.entity.ts'
import { evidenceDatesReversed } from './reference.refusals.ts'

/** A comparison, a certificate, a competence, a procedure; each has its own period and is never changed. */
export async function addEvidence(
  em: EntityManager,
  asked: { reference: MetrologicalReference; stated: ReferenceEvidenceEntry; pointer: string },
  now: Date,
): Promise<ReferenceEvidence> {
  const { reference, stated, pointer } = asked
  const { kind, description, source, validFrom, validTo = null } = stated
  if (validTo !== null && validTo < validFrom) {
    const detail = { en: `${validTo} is before ${validFrom}`, zh: `${validTo} 早于 ${validFrom}` }
    throw evidenceDatesReversed(detail, {}, { pointer: `${pointer}/validTo` })
  }
  const competence =
    stated.competence === undefined
      ? null
      : await competenceNamed(em, stated.competence, `${pointer}/competence`)

  return em.create(ReferenceEvidence, {
    id: v7(),
    reference,
    kind,
    description,
    source,
    competence,
    validFrom,
    validTo,
    recordedAt: now,
  })
}
