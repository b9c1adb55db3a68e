import type { EntityManager } from '@mikro-orm/postgresql'
import type { UsageRecord } from '#contract/types.ts'
import { csvLine } from '#exchange/csv/csv-line.ts'
import { usageCells, usageHead } from './usage-csv.ts'
import { usagesListed, type UsagePlace, type UsagesAsked } from './usage.queries.ts'
import { viewUsage } from './usage.view.ts'

const rowsAtOnce = 500

/** Every record that is asked for, page by page: none is held longer than it takes to write it. */
async function* pagesOf(em: EntityManager, asked: UsagesAsked): AsyncGenerator<readonly UsageRecord[]> {
  let after: UsagePlace | undefined
  for (;;) {
    const rows = await usagesListed(em.fork(), asked, { after, limit: rowsAtOnce })
    if (rows.length > 0) yield rows.map(viewUsage)
    after = rows.at(-1)
    if (rows.length < rowsAtOnce) return
  }
}

export async function* usagesAsNdjson(em: EntityManager, asked: UsagesAsked): AsyncGenerator<string> {
  for await (const page of pagesOf(em, asked)) {
    yield page.map((usage) => `${JSON.stringify(usage)}\n`).join('')
  }
}

/** For a spreadsheet (去向可追): one use a line, the point as value and unit. */
export async function* usagesAsCsv(em: EntityManager, asked: UsagesAsked): AsyncGenerator<string> {
  yield csvLine(usageHead)
  for await (const page of pagesOf(em, asked)) yield page.map((usage) => csvLine(usageCells(usage))).join('')
}
