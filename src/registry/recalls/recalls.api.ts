import type { EntityManager } from '@mikro-orm/postgresql'
import { askerGone } from '#http/http.refusals.ts'
import { operation, type Operation } from '#http/operation.ts'
import { pageOf, pagePlace, rowsToRead } from '#http/paging.ts'
import { whileWanted } from '#http/while-wanted.ts'
import { refusalsOf } from '#refusal.ts'
import { impactRefusals } from '../impact/impact.refusals.ts'
import { notYourOrganization } from '../people/access.refusals.ts'
import { acknowledgeRecall } from './acknowledge-recall.ts'
import { closeRecall, reopenRecall } from './close-recall.ts'
import { decideItems } from './decide-items.ts'
import { openRecall } from './open-recall.ts'
import type { Recall } from './recall.entity.ts'
import { recallAt, recallsListed } from './recall.queries.ts'
import {
  itemsUndecided,
  itemUnknown,
  nothingAffected,
  nothingLeftToDecide,
  nothingToAcknowledge,
  recallClosed,
  recallCodeTaken,
  recallNotClosed,
  unknownRecall,
} from './recall.refusals.ts'
import { viewRecall, viewSummary } from './recall.view.ts'
import { recallListOperations } from './recall-lists.api.ts'

const locationOf = ({ id }: Recall): string => `/v1/recalls/${id}`

async function answered(em: EntityManager, recall: Recall) {
  return {
    status: 200 as const,
    body: await viewRecall(em, recall),
    etag: recall.version,
    subject: locationOf(recall),
  }
}

export const recallOperations: readonly Operation[] = [
  operation(
    {
      id: 'open-recall',
      method: 'post',
      path: '/v1/recalls',
      summary: 'Open a recall from an impact: its set of results is frozen',
      access: 'recall.open',
      body: 'recalls/recall-entry.json',
      answers: { 201: 'recalls/recall.json' },
      refuses: [
        impactRefusals,
        askerGone,
        refusalsOf('unit', 'quantity'),
        notYourOrganization,
        nothingAffected,
        recallCodeTaken,
      ],
    },
    async ({ em, body, actor, now, signal }) => {
      const asking = { actor, now, signal: signal() }
      const recall = await whileWanted(asking.signal, openRecall(em, body, asking))
      return { ...(await answered(em, recall)), status: 201, headers: { location: locationOf(recall) } }
    },
  ),
  operation(
    {
      id: 'list-recalls',
      method: 'get',
      path: '/v1/recalls',
      summary: 'List the recalls to which the organization is a party, the newest first',
      access: 'recall.read',
      query: 'recalls/search.json',
      answers: { 200: 'recalls/page.json' },
      refuses: [],
    },
    async ({ em, query, actor }) => {
      const after = pagePlace('recalls', query)?.id
      const rows = await recallsListed(em, query, actor, { after, limit: rowsToRead(query) })
      return {
        status: 200,
        body: pageOf('recalls', query, rows, ({ id }) => ({ value: id, id }), viewSummary),
      }
    },
  ),
  operation(
    {
      id: 'read-recall',
      method: 'get',
      path: '/v1/recalls/{id}',
      summary: 'Read a recall: how far it is, and how it came there',
      access: 'recall.read',
      params: 'recalls/path.json',
      answers: { 200: 'recalls/recall.json' },
      refuses: [unknownRecall],
    },
    async ({ em, params, actor }) => answered(em, await recallAt(em, params.id, actor)),
  ),
  operation(
    {
      id: 'decide-recall-items',
      method: 'post',
      path: '/v1/recalls/{id}/dispositions',
      summary: 'Decide results of a recall: no effect, amend, recall, or the customer decides',
      description:
        'By whoever opened the recall or issued the certificate; what was certified elsewhere, by the owner of the item. ' +
        'With the last item the owners are told.',
      access: 'recall.decide',
      params: 'recalls/path.json',
      body: 'recalls/disposition-entry.json',
      answers: { 200: 'recalls/recall.json' },
      refuses: [unknownRecall, recallClosed, itemUnknown, nothingLeftToDecide, notYourOrganization],
    },
    async ({ em, params, body, actor, now }) => {
      const recall = await decideItems(em, { id: params.id, entry: body }, { actor, now })
      return { ...(await answered(em, recall)), reason: body.reason }
    },
  ),
  operation(
    {
      id: 'acknowledge-recall',
      method: 'post',
      path: '/v1/recalls/{id}/acknowledge',
      summary: 'Take note of a recall, for the owner of equipment that it concerns',
      access: 'recall.acknowledge',
      params: 'recalls/path.json',
      body: 'recalls/acknowledgement.json',
      answers: { 200: 'recalls/recall.json' },
      refuses: [unknownRecall, nothingToAcknowledge],
    },
    async ({ em, params, body, actor, now }) =>
      answered(em, await acknowledgeRecall(em, { id: params.id, remark: body.remark }, { actor, now })),
  ),
  operation(
    {
      id: 'close-recall',
      method: 'post',
      path: '/v1/recalls/{id}/close',
      summary: 'Close a recall of which every item has a disposition',
      access: 'recall.close',
      ifMatch: true,
      params: 'recalls/path.json',
      answers: { 200: 'recalls/recall.json' },
      refuses: [unknownRecall, notYourOrganization, itemsUndecided, recallClosed],
    },
    async ({ em, params, ifMatch, actor, now }) => {
      const recall = await closeRecall(em, { id: params.id, seenVersion: ifMatch }, { actor, now })
      return answered(em, recall)
    },
  ),
  operation(
    {
      id: 'reopen-recall',
      method: 'post',
      path: '/v1/recalls/{id}/reopen',
      summary: 'Open a closed recall again; its set stays frozen',
      access: 'recall.close',
      ifMatch: true,
      params: 'recalls/path.json',
      body: 'recalls/reopening.json',
      answers: { 200: 'recalls/recall.json' },
      refuses: [unknownRecall, notYourOrganization, recallNotClosed],
    },
    async ({ em, params, ifMatch, body, actor, now }) => {
      const asked = { id: params.id, seenVersion: ifMatch, reason: body.reason }
      return { ...(await answered(em, await reopenRecall(em, asked, { actor, now }))), reason: body.reason }
    },
  ),
  ...recallListOperations,
]
