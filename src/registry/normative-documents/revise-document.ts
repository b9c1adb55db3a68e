import { LockMode, type EntityManager } from '@mikro-orm/postgresql'
import type { NormativeDocumentRevision } from '#contract/types.ts'
import type { NormativeDocument } from './normative-document.entity.ts'
import { documentMembers, recordVersion } from './register-document.ts'

/** Another number or edition would be another document. */
export async function reviseDocument(
  em: EntityManager,
  asked: { document: NormativeDocument; stated: NormativeDocumentRevision; seenVersion: number },
  now: Date,
): Promise<NormativeDocument> {
  const { document, stated, seenVersion } = asked
  await em.lock(document, LockMode.OPTIMISTIC, seenVersion)

  Object.assign(document, documentMembers(stated))
  recordVersion(em, document, now)
  await em.flush()
  return document
}
