import { html } from 'hono/html'
import type { EtalonProblem } from '#client/client.ts'
import type { RecallNotice, RecallView } from '#contract/types.ts'
import { facts } from '../ground/blocks/facts.ts'
import { pageHead } from '../ground/blocks/page-head.ts'
import { table } from '../ground/blocks/table.ts'
import { section, when } from '../ground/html.ts'
import { countText, instant } from '../ground/moments.ts'
import type { Html, Page, Visit } from '../ground/page-route.ts'
import { actionsSection } from './actions-section.ts'
import { itemsSection } from './items-section.ts'
import { stateChip } from './recalls-page.ts'
import { subjectFact } from './subject-fact.ts'
import { recallWords } from './words.ts'

/** So many results are listed by owner; a decision about all that are left concerns the others too. */
const mostListed = 500

/** How far a recall is, what is left to decide, and how it came there. */
export async function recallPage(visit: Visit, problem?: EtalonProblem): Promise<Page> {
  const { language, params, api } = visit
  const { id = '' } = params
  const words = recallWords[language]
  const [{ body: recall, etag }, items, notices] = await Promise.all([
    api.ask('read-recall', { params: { id } }),
    api.ask('list-recall-items', { params: { id }, query: { limit: mostListed } }),
    api.ask('list-recall-notices', { params: { id }, query: { limit: mostListed } }),
  ])
  const content = html`${pageHead(visit, {
      title: html`${words.recall} <code>${recall.code}</code>`,
      trail: [{ href: '/recalls', label: words.recalls }, { label: recall.code }],
    })}
    ${problem === undefined ? '' : html`<p class="note bad" role="alert">${problem.detail}</p>`}
    <div data-live="state" class="stack">${progressSection(recall, visit)}</div>
    ${actionsSection(visit, { recall, etag: etag ?? '', notices: notices.body.items, problem })}
    <div data-live="items" class="stack" data-recall="/v1/recalls/${encodeURIComponent(recall.code)}">
      ${itemsSection(visit, items.body.items, {
        isMore: items.body.next !== null,
        isOpen: recall.state !== 'closed',
      })}
      ${noticesSection(notices.body.items, visit)} ${historySection(recall, visit)}
    </div>`
  return {
    title: `${words.recall} ${recall.code}`,
    content,
    wide: true,
    islands: ['recall-events'],
    ...(problem && { status: problem.status }),
  }
}

function progressSection(recall: RecallView, { language }: Visit): Html {
  const words = recallWords[language]
  const { summary, undecided, decisions, notices, state, organization, cause, recordedAt, recordedBy } =
    recall
  const text = (count: number) => countText(count, language)
  const decided = summary.results - undecided
  const made = Object.entries(decisions).filter(([, count]) => count > 0) as [
    keyof typeof decisions,
    number,
  ][]
  return section(
    'progress',
    html`${words.progress} ${stateChip(state, language)}`,
    html`<p class="lines">${cause}</p>
      <div class="bars">
        ${bar(decided, summary.results, words.decidedOf(text(decided), text(summary.results)))}
        ${bar(
          notices.acknowledged,
          notices.owners,
          words.acknowledgedOf(text(notices.acknowledged), text(notices.owners)),
        )}
      </div>
      <ul class="tiles">
        ${made.map(([decision, count]) => html`<li><b>${text(count)}</b> ${words.decisions[decision]}</li>`)}
      </ul>
      ${facts([
        ...subjectFact(recall, language),
        { label: words.organization, text: html`${organization} · <code>${recordedBy}</code>` },
        { label: words.recordedAt, text: instant(recordedAt, language) },
      ])}`,
  )
}

const bar = (done: number, all: number, told: string): Html =>
  html`<p>
    <progress max="${Math.max(1, all)}" value="${done}" aria-label="${told}"></progress>
    <span class="small">${told}</span>
  </p>`

function noticesSection(notices: readonly RecallNotice[], { language }: Visit): Html {
  const words = recallWords[language]
  return when(notices.length > 0, () =>
    section(
      'notices',
      words.notices,
      table({
        caption: words.notices,
        columns: [
          { head: words.owner },
          { head: words.results, isFigure: true },
          { head: words.disposition },
          { head: words.toldAt },
          { head: words.acknowledged },
        ],
        rows: notices.map(({ owner, items, decisions, at, acknowledged }) => [
          owner,
          countText(items, language),
          Object.entries(decisions)
            .filter(([, count]) => count > 0)
            .map(([decision, count]) => `${words.decisions[decision as keyof typeof decisions]}: ${count}`)
            .join(' · '),
          instant(at, language),
          acknowledged
            ? html`<code>${acknowledged.by}</code> ${instant(acknowledged.at, language)}
                <span class="small block">${acknowledged.remark ?? ''}</span>`
            : words.notAcknowledged,
        ]),
      }),
    ),
  )
}

function historySection({ history }: RecallView, { language }: Visit): Html {
  const words = recallWords[language]
  return section(
    'history',
    words.history,
    html`<ol class="history">
      ${history.map(
        ({ kind, by, at, reason }) =>
          html`<li>
            <b>${words.kinds[kind]}</b> ${instant(at, language)} <code>${by}</code> ${reason ?? ''}
          </li>`,
      )}
    </ol>`,
  )
}
