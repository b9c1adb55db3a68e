import { LockMode, type EntityManager } from '@mikro-orm/postgresql'
import type { NormativeDocumentRevision } from '#contract/types.ts'
import type { NormativeDocument } from './normative-document.entity.ts'
import { documentMembers } from './register-document.ts'

/** Another number or edition would be another document. */
export async function reviseDocument(
  em: EntityManager,
  asked: { document: NormativeDocument; stated: NormativeDocumentRevision; seenVersion: number },
): Promise<NormativeDocument> {
  const { document, stated, seenVersion } = asked
  await em.lock(document, LockMode.OPTIMISTIC, seenVersion)

  Object.assign(document, documentMembers(stated))
  await em.flush()
  return document
}
