import { html } from 'hono/html'
import { EtalonProblem } from '#client/client.ts'
import type { ImpactAnswer, ImpactSubject } from '#contract/types.ts'
import { chainWords } from '../chain/words.ts'
import { pageHead } from '../ground/blocks/page-head.ts'
import { section, when } from '../ground/html.ts'
import { countText } from '../ground/moments.ts'
import type { Html, Page, Visit } from '../ground/page-route.ts'
import { graphSection } from '../graph/graph-section.ts'
import { prepareLayouts } from '../graph/layout/layouts.ts'
import { hypothesisForm } from './hypothesis-form.ts'
import { impactGraph } from './impact-graph.ts'
import { inquiryOf, queryOf } from './inquiry.ts'
import { itemsTable } from './items-section.ts'
import { recallForm } from './recall-form.ts'
import { summarySection } from './summary-section.ts'
import { impactWords } from './words.ts'

/** So many the drawing and the list show; the files have all. */
const mostShown = 500

export interface Subject {
  readonly subject: ImpactSubject
  readonly name: string
  readonly href: string
  readonly trail: readonly { readonly href?: string; readonly label: string }[]
}

/** Everything downstream of a standard; with a hypothesis, before and after. */
export async function impactPage(visit: Visit, of: Subject): Promise<Page> {
  prepareLayouts()
  const { language, url } = visit
  const words = impactWords[language]
  const asked = inquiryOf(of.subject, url.searchParams)
  const found = await visit.api
    .ask('assess-impact', { body: { ...asked, standards: true, limit: mostShown } })
    .catch((error: unknown) => {
      // What was supposed wrongly is told in the form; that there is no such standard is a page of its own.
      if (error instanceof EtalonProblem && [400, 422].includes(error.status)) return error
      throw error
    })
  const problem = found instanceof EtalonProblem ? found : undefined
  const answer = found instanceof EtalonProblem ? undefined : found.body
  const content = html`${pageHead(visit, {
      title: html`${words.impact} <code>${of.name}</code>`,
      trail: [...of.trail, { label: words.impact }],
      lead: words.lead,
    })}
    <div data-live="summary" class="stack">
      ${answer ? summarySection(answer.summary, asked.hypothesis !== undefined, language) : ''}
    </div>
    ${hypothesisForm(visit, problem, answer?.summary.results)}
    <div data-live="rest" class="stack">${answer ? await answered(visit, of, answer) : ''}</div>`
  return {
    title: words.impactOf(of.name),
    content,
    wide: true,
    islands: ['graph-light', 'graph-pan', 'impact-stream'],
    ...(problem && { status: problem.status }),
  }
}

async function answered(visit: Visit, of: Subject, answer: ImpactAnswer): Promise<Html> {
  const { language, url } = visit
  const words = impactWords[language]
  const { items, summary, hypothesis } = answer
  if (summary.results === 0) return html``
  const isSupposed = hypothesis !== undefined
  const graph = impactGraph({ name: of.name, href: of.href, items, isSupposed }, language)
  const label = words.impactOf(of.name)
  const drawn = await graphSection(visit, {
    graph,
    label,
    stem: 'subject',
    begin: 'subject',
    words: { ...chainWords[language], ...words },
  })
  const query = queryOf(url.searchParams).toString()
  const file = (ending: string) => `${url.pathname}.${ending}${query === '' ? '' : `?${query}`}`
  const [shown, all] = [items.length, summary.results].map((count) => countText(count, language))
  const picture = section(
    'impact-graph',
    words.graph,
    html`<p class="small">${words.graphLead}</p>
      ${drawn.content}`,
  )
  const list = section(
    'impact-list',
    words.list,
    html`<p class="small">
        ${words.listLead(shown ?? '', all ?? '')} <a href="${file('csv')}">${words.csv}</a> ·
        <a href="${file('ndjson')}">${words.ndjson}</a>
      </p>
      ${itemsTable(items, isSupposed, language)}`,
  )
  return html`${drawn.isTooLarge ? html`${list}${picture}` : html`${picture}${list}`}
  ${when(visit.who?.may('recall.open') === true && isSupposed, () => recallForm(visit, answer))}`
}
