import type { EntityManager } from '@mikro-orm/postgresql'
import type { UsageSearch } from '#contract/types.ts'
import type { Actor } from '#http/actor.ts'
import { cursorInvalid } from '#http/http.refusals.ts'
import { operation, type Operation } from '#http/operation.ts'
import { pageOf, pagePlace, rowsToRead } from '#http/paging.ts'
import { textStream } from '#http/text-stream.ts'
import { refusalsOf } from '#refusal.ts'
import { unitMismatch, unknownParameter } from '../calibrations/calibration.refusals.ts'
import { unknownComponent, unknownEquipment } from '../equipment/equipment.refusals.ts'
import { equipmentAt } from '../equipment/equipment.queries.ts'
import { noSuchMeasurandKind } from '../measurand-kinds/measurand-kind.refusals.ts'
import { notYourOrganization } from '../people/access.refusals.ts'
import { isAdministrator, requireOwn } from '../people/may.ts'
import { noSuchPerson } from '../people/person.refusals.ts'
import { usagesAsCsv, usagesAsNdjson } from './export-usages.ts'
import { recordUsage } from './record-usage.ts'
import type { Usage } from './usage.entity.ts'
import { usageAt, usagesListed, type UsagesAsked } from './usage.queries.ts'
import { csvColumns, importUsages, mostUsages } from './import-usages.ts'
import {
  csvColumnUnknown,
  csvEmpty,
  csvTooLong,
  csvUnreadable,
  foreignOperator,
  noSuchEquipment,
  unknownUsage,
  usagesRefused,
  usedInFuture,
  wasOverdue,
  wasQuarantined,
  restricted,
  windowReversed,
} from './usage.refusals.ts'
import { viewUsage } from './usage.view.ts'

const ndjson = 'application/x-ndjson'
const csv = 'text/csv'

/** Of the actor's own organization; an administrator sees all. */
const seenBy = (actor: Actor): string | undefined =>
  isAdministrator(actor) ? undefined : actor.organization.id

/** The records in the medium that was asked for: a page of them in JSON, all of them in the others. */
async function usagesAnswered(
  em: EntityManager,
  { limit, cursor, ...asked }: UsageSearch & UsagesAsked,
  accept: string,
) {
  if (asked.from !== undefined && asked.to !== undefined && new Date(asked.from) > new Date(asked.to)) {
    throw windowReversed(windowReversed.definition.title, {}, { pointer: '/to' })
  }
  if (accept === ndjson) {
    return { status: 200 as const, media: ndjson, content: textStream(usagesAsNdjson(em, asked)) }
  }
  if (accept === csv) {
    const media = 'text/csv; charset=utf-8; header=present'
    return { status: 200 as const, media, content: textStream(usagesAsCsv(em, asked)) }
  }
  const query = { ...asked, limit, ...(cursor !== undefined && { cursor }) }
  const place = pagePlace('usages', query)
  const after = place && { usedAt: momentOf(place.value), id: place.id }
  const rows = await usagesListed(em, asked, { after, limit: rowsToRead(query) })
  return { status: 200 as const, body: pageOf('usages', query, rows, placeOf, viewUsage) }
}

function momentOf(value: string | number): Date {
  const moment = new Date(value)
  if (!Number.isNaN(moment.getTime())) return moment
  throw cursorInvalid('Use the text of `next` as it stands', {}, { pointer: '/cursor' })
}

const placeOf = ({ usedAt, id }: Usage) => ({ value: usedAt.toISOString(), id })

export const usageOperations: readonly Operation[] = [
  operation(
    {
      id: 'record-usage',
      method: 'post',
      path: '/v1/usages',
      summary: 'Record for which job, product or batch equipment was used',
      access: 'usage.record',
      body: 'usages/usage-entry.json',
      answers: { 201: 'usages/usage.json' },
      refuses: [
        noSuchEquipment,
        notYourOrganization,
        unknownComponent,
        usedInFuture,
        noSuchMeasurandKind,
        unknownParameter,
        unitMismatch,
        refusalsOf('unit', 'quantity'),
        noSuchPerson,
        foreignOperator,
        wasOverdue,
        wasQuarantined,
        restricted,
      ],
    },
    async ({ em, body, actor, now }) => {
      const usage = await recordUsage(em, body, { actor, now })
      return { status: 201, body: viewUsage(usage), headers: { location: `/v1/usages/${usage.id}` } }
    },
  ),
  operation(
    {
      id: 'import-usages',
      method: 'post',
      path: '/v1/usages/import',
      summary: 'Record the uses of a CSV file, all of them or none',
      description:
        `The first line names the columns: ${csvColumns.join(', ')}; empty cells are not stated. A file of up to ` +
        `${mostUsages} records is taken as a whole; of one that is refused, every fault is told by the line it stands on.`,
      access: 'usage.record',
      bytes: { media: [csv], maxBytes: 1_000_000 },
      answers: { 201: 'usages/imported.json' },
      refuses: [csvUnreadable, csvEmpty, csvTooLong, csvColumnUnknown, usagesRefused],
    },
    async ({ em, bytes, actor, now }) => {
      const usages = await importUsages(em, bytes, { actor, now })
      return { status: 201, body: { recorded: usages.length, ids: usages.map(({ id }) => id) } }
    },
  ),
  operation(
    {
      id: 'list-usages',
      method: 'get',
      path: '/v1/usages',
      summary: 'List what equipment was used for, in the order of time',
      description:
        'In JSON a page; as NDJSON or CSV all of it. An organization sees the uses of its own equipment.',
      access: 'usage.read',
      query: 'usages/search.json',
      answers: { 200: 'usages/page.json' },
      media: [ndjson, csv],
      refuses: [windowReversed],
    },
    async ({ em, query, actor, accept }) =>
      usagesAnswered(em, { ...query, organization: seenBy(actor) }, accept),
  ),
  operation(
    {
      id: 'read-usage',
      method: 'get',
      path: '/v1/usages/{id}',
      summary: 'Read one record of use',
      access: 'usage.read',
      params: 'usages/path.json',
      answers: { 200: 'usages/usage.json' },
      refuses: [unknownUsage],
    },
    async ({ em, params, actor }) => ({
      status: 200,
      body: viewUsage(await usageAt(em, params.id, seenBy(actor))),
    }),
  ),
  operation(
    {
      id: 'usages-of-equipment',
      method: 'get',
      path: '/v1/equipment/{id}/usages',
      summary: 'Which jobs, products and batches were measured with this equipment, within a window?',
      access: 'usage.read',
      params: 'equipment/path.json',
      query: 'usages/search-of-equipment.json',
      answers: { 200: 'usages/page.json' },
      media: [ndjson, csv],
      refuses: [unknownEquipment, notYourOrganization, windowReversed],
    },
    async ({ em, params, query, actor, accept }) => {
      const equipment = await equipmentAt(em, params.id)
      requireOwn(actor, equipment.owner.id)
      return usagesAnswered(em, { ...query, equipment: equipment.code, organization: seenBy(actor) }, accept)
    },
  ),
]
