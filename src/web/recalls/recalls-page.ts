import { html } from 'hono/html'
import type { RecallState, RecallSummary } from '#contract/types.ts'
import { chip } from '../ground/blocks/chip.ts'
import { emptyState, pager, tabs } from '../ground/blocks/lists.ts'
import { pageHead } from '../ground/blocks/page-head.ts'
import { table } from '../ground/blocks/table.ts'
import type { Tone } from '../ground/blocks/tone.ts'
import { countText, instant } from '../ground/moments.ts'
import type { Html, Page, Visit } from '../ground/page-route.ts'
import { recallWords } from './words.ts'

const tones: Readonly<Record<RecallState, Tone>> = {
  scoped: 'bad',
  notified: 'caution',
  acknowledged: 'good',
  closed: 'quiet',
}

export const stateChip = (state: RecallState, language: Visit['language']): Html =>
  chip(tones[state], recallWords[language].states[state])

const states: readonly RecallState[] = ['scoped', 'notified', 'acknowledged', 'closed']

/** The recalls to which the organization is a party, the newest first. */
export async function recallsPage(visit: Visit): Promise<Page> {
  const { language, url, api } = visit
  const words = recallWords[language]
  const asked = url.searchParams.get('state')
  const state = states.find((one) => one === asked)
  const cursor = url.searchParams.get('cursor') ?? undefined
  const { body } = await api.ask('list-recalls', {
    query: { limit: 50, ...(state && { state }), ...(cursor !== undefined && { cursor }) },
  })
  const content = html`${pageHead(visit, { title: words.recalls, lead: words.lead })}
    ${tabs(words.filter, [
      { href: '/recalls', label: words.all, isCurrent: state === undefined },
      ...states.map((one) => ({
        href: `/recalls?state=${one}`,
        label: words.states[one],
        isCurrent: one === state,
      })),
    ])}
    <section aria-label="${words.recalls}">
      ${
        body.items.length === 0
          ? emptyState(words.none, words.noneText)
          : table({
              caption: words.recalls,
              columns: [
                { head: words.code },
                { head: words.state },
                { head: words.cause },
                { head: words.organization },
                { head: words.decided },
                { head: words.recordedAt },
              ],
              rows: body.items.map((recall) => rowOf(recall, language)),
            })
      }
      ${pager(visit, body.next)}
    </section>`
  return { title: words.recalls, content }
}

function rowOf(recall: RecallSummary, language: Visit['language']): readonly (string | Html)[] {
  const words = recallWords[language]
  const { code, state, cause, organization, results, undecided, recordedAt } = recall
  const [done, all] = [results - undecided, results].map((count) => countText(count, language))
  const told = words.decidedOf(done ?? '', all ?? '')
  return [
    html`<a href="/recalls/${encodeURIComponent(code)}"><code>${code}</code></a>`,
    stateChip(state, language),
    cause,
    organization,
    html`<progress max="${results}" value="${results - undecided}" aria-label="${told}"></progress>
      <span class="small block">${told}</span>`,
    instant(recordedAt, language),
  ]
}
