import type { EntityManager } from '@mikro-orm/postgresql'
import type { ImpactUsage, ImpactUsages, ImpactUsagesQuestion } from '#contract/types.ts'
import { csvLine } from '#exchange/csv/csv-line.ts'
import type { Actor } from '#http/actor.ts'
import { textStream } from '#http/text-stream.ts'
import { isAdministrator } from '../people/may.ts'
import { usageCells, usageHead } from '../usages/usage-csv.ts'
import { usagesIdentified } from '../usages/usage.queries.ts'
import { viewUsage } from '../usages/usage.view.ts'
import { allRoots } from './assess-impact.ts'
import { understandInquiry, type Asking, type Inquiry } from './understand-inquiry.ts'
import { usagesBelow, type UsageBelow } from './usages-below.queries.ts'

const usualLimit = 100
const rowsAtOnce = 500

/** 去向可追: for which jobs, products and batches everything was used whose results rest on the subject. */
export async function followUsages(
  em: EntityManager,
  asked: ImpactUsagesQuestion,
  asking: Asking,
): Promise<ImpactUsages> {
  const found = await usagesFound(em, asked, asking)
  const { subject, since, until, limit = usualLimit } = asked
  const counted = { equipment: new Set(), jobs: new Set(), products: new Set(), batches: new Set() }
  const items: ImpactUsage[] = []
  for await (const page of pagesOf(em, found, asking.signal)) {
    for (const one of page) {
      const { equipment, job, product, batch } = one.usage
      counted.equipment.add(equipment)
      if (job !== undefined) counted.jobs.add(job)
      if (product !== undefined) counted.products.add(product)
      if (batch !== undefined) counted.batches.add(JSON.stringify([product, batch]))
      if (items.length < limit) items.push(one)
    }
  }
  return {
    subject,
    ...(since !== undefined && { since }),
    ...(until !== undefined && { until }),
    summary: {
      usages: found.length,
      equipment: counted.equipment.size,
      jobs: counted.jobs.size,
      products: counted.products.size,
      batches: counted.batches.size,
    },
    items,
    complete: items.length === found.length,
  }
}

/** All of them: a line each. */
export async function streamUsages(
  em: EntityManager,
  asked: ImpactUsagesQuestion,
  { asking, isCsv }: { readonly asking: Asking; readonly isCsv: boolean },
): Promise<ReadableStream<Uint8Array>> {
  const found = await usagesFound(em, asked, asking)
  const pages = pagesOf(em, found, asking.signal)
  return textStream(isCsv ? csvLines(pages) : jsonLines(pages))
}

async function usagesFound(
  em: EntityManager,
  asked: ImpactUsagesQuestion,
  asking: Asking,
): Promise<readonly UsageBelow[]> {
  const inquiry = await understandInquiry(em, asked, asking)
  return usagesBelow(em, { ...placesOf(asked, inquiry), owner: ownerOf(asking.actor) }, asking.signal)
}

/** What equipment was used for is told to its owner only: it tells what they make, and for whom. */
const ownerOf = (actor: Actor): string | null => (isAdministrator(actor) ? null : actor.organization.id)

const placesOf = ({ subject }: ImpactUsagesQuestion, inquiry: Inquiry) => ({
  roots: allRoots(inquiry),
  window: inquiry.window,
  item:
    'equipment' in subject ? { equipment: subject.equipment, component: subject.component ?? null } : null,
  certificate: 'certificate' in subject ? subject.certificate : null,
})

async function* pagesOf(
  em: EntityManager,
  found: readonly UsageBelow[],
  signal: AbortSignal,
): AsyncGenerator<readonly ImpactUsage[]> {
  for (let from = 0; from < found.length; from += rowsAtOnce) {
    signal.throwIfAborted()
    const page = found.slice(from, from + rowsAtOnce)
    const rows = await usagesIdentified(
      em.fork(),
      page.map(({ id }) => id),
    )
    const usages = new Map(rows.map((row) => [row.id, viewUsage(row)]))
    yield page.flatMap(({ id, certificate }) => {
      const usage = usages.get(id)
      return usage ? [{ certificate, usage }] : []
    })
  }
}

async function* jsonLines(pages: AsyncIterable<readonly ImpactUsage[]>): AsyncGenerator<string> {
  for await (const page of pages) yield page.map((one) => `${JSON.stringify(one)}\n`).join('')
}

async function* csvLines(pages: AsyncIterable<readonly ImpactUsage[]>): AsyncGenerator<string> {
  yield csvLine(['certificate', ...usageHead])
  for await (const page of pages)
    yield page.map((one) => csvLine([one.certificate ?? undefined, ...usageCells(one.usage)])).join('')
}
