import { html } from 'hono/html'
import type { TraceabilityAnswer, PolicyRecord } from '#contract/types.ts'
import { pageHead } from '../ground/blocks/page-head.ts'
import { section } from '../ground/html.ts'
import type { Html, Page, Visit } from '../ground/page-route.ts'
import { withQuery } from '../ground/preferences.ts'
import { graphSection } from '../graph/graph-section.ts'
import { bundledChain, chainGraph } from './chain-graph.ts'
import { daysOf } from './days.ts'
import { endsSection } from './ends-section.ts'
import { ladderSection } from './ladder-section.ts'
import { questionForm } from './question-form.ts'
import { recomputedSection } from './recomputed-section.ts'
import { rulesSection } from './rules-section.ts'
import { findingsOf } from './standing-of-node.ts'
import { tableSection } from './table-section.ts'
import { verdictSection } from './verdict-section.ts'
import { chainWords } from './words.ts'

export interface Chain {
  readonly answer: TraceabilityAnswer
  /** As asked now: what has happened since the moments of the question belongs on the sliders. */
  readonly present: TraceabilityAnswer
  readonly policies: readonly PolicyRecord[]
  readonly name: string
  readonly trail: readonly { readonly href?: string; readonly label: string }[]
  /** The part of the form that says what is asked about. */
  readonly subject: Html
  readonly json: string
  readonly actions: Html
}

/** Graph, verdict, ladder, rules: the traceability of one result on one page. */
export async function chainPage(visit: Visit, chain: Chain): Promise<Page> {
  const { language, url } = visit
  const { answer, present, name } = chain
  const words = chainWords[language]
  const today = present.asKnownAt.slice(0, 10)
  const graph = bundledChain(chainGraph(answer, language), language)
  const drawn = await graphSection(visit, {
    graph,
    label: words.chainOf(name),
    stem: answer.nodes[0]?.id ?? '',
    begin: findingsOf(answer)[0]?.node ?? answer.nodes[0]?.id ?? '',
    words,
  })
  const csv = withQuery(new URL(`${url.pathname}.csv${url.search}`, url), { branch: undefined })
  const tabled = tableSection(
    answer,
    language,
    html`<a href="${csv}">${words.csv}</a> · <a href="${chain.json}">${words.json}</a>`,
  )
  const picture = section(
    'chain-graph',
    words.graph,
    graph.boxes.length === 0
      ? html`<p>${words.nothingDrawn}</p>`
      : html`<p class="small">${words.graphLead}</p>
          ${drawn.content}`,
  )
  const head = pageHead(visit, {
    title: html`${words.chain} <code>${name}</code>`,
    trail: [...chain.trail, { label: words.chain }],
    actions: chain.actions,
  })
  const form = questionForm(visit, {
    policies: chain.policies,
    policy: answer.policy,
    at: url.searchParams.get('at')?.slice(0, 10) ?? today,
    asKnownAt: url.searchParams.get('asKnownAt')?.slice(0, 10) ?? today,
    days: daysOf([answer, present], today),
    today,
    subject: chain.subject,
  })
  const content = html`${head}
    <div data-live="verdict">${verdictSection(answer, language)}</div>
    ${drawn.isTooLarge ? '' : html`<div data-live="graph">${picture}</div>`}
    <div class="two">
      ${form}
      <div data-live="ladder">${ladderSection(answer, language)}</div>
    </div>
    <div class="stack" data-live="rest">
      ${drawn.isTooLarge ? html`${tabled} ${picture}` : ''} ${recomputedSection(answer, language)}
      ${rulesSection(answer, language)} ${endsSection(answer, language)} ${drawn.isTooLarge ? '' : tabled}
    </div>`
  return {
    title: words.chainOf(name),
    content,
    wide: true,
    islands: ['graph-light', 'graph-pan', 'chain-time'],
  }
}
