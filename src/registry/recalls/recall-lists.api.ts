import type { Actor } from '#http/actor.ts'
import { operation, type Operation } from '#http/operation.ts'
import { pageOf, pagePlace, rowsToRead } from '#http/paging.ts'
import { unknownCertificate } from '../certificates/certificate.refusals.ts'
import { certificateVisible } from './certificate-visible.queries.ts'
import { noticesListed } from './notices.queries.ts'
import { itemsListed, recallsOfCertificate } from './recall-items.queries.ts'
import type { Recall } from './recall.entity.ts'
import { partyOf, recallAt } from './recall.queries.ts'
import { unknownRecall } from './recall.refusals.ts'
import { viewItem, viewNotice, viewOfCertificate } from './recall.view.ts'

/** Whoever opened it sees all of it; others what is theirs. */
const seenAs = (recall: Recall, actor: Actor): string | null =>
  recall.organization.id === actor.organization.id ? null : partyOf(actor)

const placeById = ({ id }: { readonly id: string }) => ({ value: id, id })

/** What belongs to a recall, and to which recalls a certificate belongs. */
export const recallListOperations: readonly Operation[] = [
  operation(
    {
      id: 'list-recall-items',
      method: 'get',
      path: '/v1/recalls/{id}/items',
      summary: 'List the frozen set of a recall, standards before what used them',
      description: 'Whoever opened it sees all of it; others their own certificates and items.',
      access: 'recall.read',
      params: 'recalls/path.json',
      query: 'recalls/item-search.json',
      answers: { 200: 'recalls/item-page.json' },
      refuses: [unknownRecall],
    },
    async ({ em, params, query, actor }) => {
      const recall = await recallAt(em, params.id, actor)
      const list = `items of ${recall.id}`
      const after = pagePlace(list, query)?.id
      const page = { party: seenAs(recall, actor), after, limit: rowsToRead(query) }
      const rows = await itemsListed(em, recall, query, page)
      return { status: 200, body: pageOf(list, query, rows, placeById, viewItem) }
    },
  ),
  operation(
    {
      id: 'list-recall-notices',
      method: 'get',
      path: '/v1/recalls/{id}/notices',
      summary: 'List what the owners have been told, and whether they have taken note',
      access: 'recall.read',
      params: 'recalls/path.json',
      query: 'http/page-query.json',
      answers: { 200: 'recalls/notices.json' },
      refuses: [unknownRecall],
    },
    async ({ em, params, query, actor }) => {
      const recall = await recallAt(em, params.id, actor)
      const list = `notices of ${recall.id}`
      const after = pagePlace(list, query)?.id
      const page = { party: seenAs(recall, actor), after, limit: rowsToRead(query) }
      const rows = await noticesListed(em, recall, page)
      return { status: 200, body: pageOf(list, query, rows, placeById, viewNotice) }
    },
  ),
  operation(
    {
      id: 'recalls-of-certificate',
      method: 'get',
      path: '/v1/certificates/{number}/recalls',
      summary: 'Which recalls concern this certificate, how far are they, and what was decided?',
      access: 'public',
      params: 'certificates/path.json',
      answers: { 200: 'recalls/of-certificate.json' },
      refuses: [unknownCertificate],
    },
    async ({ em, params, actor }) => {
      const { number } = params
      if (!(await certificateVisible(em, number, actor))) {
        const detail = { en: `None has the number ${number}`, zh: `没有编号为 ${number} 的证书` }
        throw unknownCertificate(detail, { number })
      }
      return { status: 200, body: viewOfCertificate(await recallsOfCertificate(em, number)) }
    },
  ),
]
