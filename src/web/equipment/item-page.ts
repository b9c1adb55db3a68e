import { html } from 'hono/html'
import { both } from '#faces/both.ts'
import { pageHead } from '../ground/blocks/page-head.ts'
import { when } from '../ground/html.ts'
import type { Html, Page, Visit } from '../ground/page-route.ts'
import { componentsSection, factsSection } from './facts-section.ts'
import { driftSection } from './drift-section.ts'
import { historySection } from './history-section.ts'
import { readItem, type Item } from './read-item.ts'
import { standingChip } from './standing-chip.ts'
import { statusBanner } from './status-banner.ts'
import { equipmentWords } from './words.ts'

/** One device: how it stands, what it is, where its results are heading, what has happened to it. */
export async function equipmentItem(visit: Visit): Promise<Page> {
  const item = await readItem(visit)
  const { equipment, inventory } = item
  const words = equipmentWords[visit.language]
  const name = both(equipment.name)[visit.language]
  return {
    title: `${equipment.code} ${name}`,
    content: html`${pageHead(visit, {
      title: name,
      trail: [{ href: '/equipment', label: words.equipment }, { label: equipment.code }],
      actions: actions(item, visit),
      ...(inventory && { state: standingChip(inventory.standing, visit.language) }),
    })}
    ${statusBanner(item, visit.language)} ${factsSection(item, visit.language)} ${driftSection(visit, item)}
    ${componentsSection(equipment, visit.language)} ${historySection(visit, item)}
    ${when(visit.who?.may('audit.read'), () => auditLink(item, visit))}`,
  }
}

function actions({ equipment, drift }: Item, { language }: Visit): Html {
  const words = equipmentWords[language]
  const path = `/equipment/${encodeURIComponent(equipment.code)}`
  const [series] = drift.series
  const query = series
    ? `?${new URLSearchParams({
        measurandKind: series.measurandKind,
        component: series.component,
        value: String(series.point.nominal.value),
        unit: series.point.nominal.unit,
      }).toString()}`
    : ''
  return html`<a class="button second" href="${path}/chain${query}">${words.traceUp}</a>
    <a class="button second" href="${path}/impact">${words.impact}</a>`
}

const auditLink = ({ equipment }: Item, { language }: Visit): Html => {
  const query = new URLSearchParams({ subject: `/v1/equipment/${equipment.id}`, language }).toString()
  return html`<p>
    <a href="/v1/audit-events.csv?${query}" download>${equipmentWords[language].audit} (CSV)</a>
  </p>`
}
