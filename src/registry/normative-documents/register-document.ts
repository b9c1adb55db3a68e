import type { EntityManager } from '@mikro-orm/postgresql'
import { v7 } from 'uuid'
import type { NormativeDocumentEntry, NormativeDocumentRevision } from '#contract/types.ts'
import { NormativeDocumentVersion } from './normative-document-version.entity.ts'
import { NormativeDocument } from './normative-document.entity.ts'
import { documentCodeTaken, documentDatesReversed, editionTaken } from './normative-document.refusals.ts'

/** ISO/IEC 17025:2017, 7.2.1.3: the edition that was valid is what counts, so each is a record of its own. */
export async function registerDocument(
  em: EntityManager,
  stated: NormativeDocumentEntry,
  now: Date,
): Promise<NormativeDocument> {
  const { code, number, edition } = stated
  const members = documentMembers(stated)
  const other = await em.findOne(NormativeDocument, { $or: [{ code }, { number, edition }] })
  if (other) {
    const [taken, pointer] = other.code === code ? [documentCodeTaken, '/code'] : [editionTaken, '/edition']
    const detail = { en: `${other.code} is recorded already`, zh: `${other.code} 已登记` }
    throw taken(detail, { normativeDocument: other.id }, { pointer })
  }

  const document = em.create(NormativeDocument, {
    id: v7(),
    code,
    number,
    edition,
    ...members,
    recordedAt: now,
  })
  recordVersion(em, document, now)
  await em.flush()
  return document
}

/** Kept beside the document: a later statement must not change what was known before it. */
export function recordVersion(em: EntityManager, document: NormativeDocument, now: Date): void {
  const { inForceFrom, inForceTo = null } = document
  em.create(NormativeDocumentVersion, { id: v7(), document, inForceFrom, inForceTo, recordedAt: now })
}

export function documentMembers(stated: NormativeDocumentRevision) {
  const { title, inForceFrom, inForceTo = null, replacedBy = null } = stated
  if (inForceTo !== null && inForceTo < inForceFrom) {
    throw documentDatesReversed(
      { en: `${inForceTo} is before ${inForceFrom}`, zh: `${inForceTo} 早于 ${inForceFrom}` },
      {},
      { pointer: '/inForceTo' },
    )
  }
  return { title, inForceFrom, inForceTo, replacedBy }
}
