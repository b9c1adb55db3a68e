import type { EntityManager } from '@mikro-orm/postgresql'
import type { NormativeDocumentSearch } from '#contract/types.ts'
import { afterCode, inForceOn, inOrderOfCode, mentions, stated } from '#db/list.ts'
import { byKey } from '#db/natural-key.ts'
import { NormativeDocument } from './normative-document.entity.ts'
import { unknownDocument } from './normative-document.refusals.ts'

/** The edition that a path names. */
export async function documentAt(em: EntityManager, key: string): Promise<NormativeDocument> {
  const found = await em.findOne(NormativeDocument, byKey(key))
  if (found) return found
  throw unknownDocument(
    { en: `No normative document is cited as ${key}`, zh: `没有编号为 ${key} 的技术规范` },
    {},
    { pointer: '/id' },
  )
}

export const documentsListed = (
  em: EntityManager,
  { number, at, q }: NormativeDocumentSearch,
  page: { readonly after: string | number | undefined; readonly limit: number },
): Promise<NormativeDocument[]> =>
  em.find(
    NormativeDocument,
    {
      $and: [
        stated({ number }),
        inForceOn('inForceFrom', 'inForceTo', at),
        mentions<NormativeDocument>(q, 'title'),
        afterCode(page.after),
      ],
    },
    { ...inOrderOfCode, limit: page.limit },
  )
