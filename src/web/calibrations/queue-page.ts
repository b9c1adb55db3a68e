import { html } from 'hono/html'
import type { CalibrationSummary } from '#contract/types.ts'
import { chip } from '../ground/blocks/chip.ts'
import { pageHead } from '../ground/blocks/page-head.ts'
import { table } from '../ground/blocks/table.ts'
import { section, when } from '../ground/html.ts'
import type { Html, Page, Visit, Who } from '../ground/page-route.ts'
import { calibrationWords } from './words.ts'

const waiting = ['returned', 'evaluated', 'submitted', 'reviewed'] as const
type Waiting = (typeof waiting)[number]

const tones = { returned: 'bad', evaluated: 'quiet', submitted: 'caution', reviewed: 'caution' } as const

/** As many as a person looks through; the list of the interface has all of them. */
const most = 100

/** What waits, by whose turn it is; what waits for the visitor first (ISO/IEC 17025:2017, 7.8.1.1). */
export async function queuePage(visit: Visit): Promise<Page> {
  const { api, language, who } = visit
  const words = calibrationWords[language]
  const laboratory = who?.organization.code
  const found = await Promise.all(
    waiting.map(async (state) => {
      const query = { state, limit: most, ...(laboratory && { laboratory }) }
      return [state, (await api.ask('list-calibrations', { query })).body.items] as const
    }),
  )
  const rows = found.flatMap(([, items]) => items)
  const forMe = rows.filter((row) => who && waitsFor(row, who))
  return {
    title: words.calibrations,
    content: html`${pageHead(visit, {
      title: words.calibrations,
      actions: html`<a class="button second" href="/budget">${words.sheet}</a>
        ${when(who?.may('calibration.log'), () => html`<a class="button" href="/calibrations/new">${words.logNew}</a>`)}`,
    })}
    ${when(forMe.length > 0, () =>
      section(
        'for-you',
        `${words.waitingForYou} (${forMe.length})`,
        queue(forMe, words.waitingForYou, visit),
      ),
    )}
    ${found.map(([state, items]) =>
      section(
        state,
        `${words.stateTitles[state]} (${items.length})`,
        html`<p class="small">${words.whoMay[state]}</p>
          ${items.length === 0 ? html`<p class="quiet">${words.nothingWaits}</p>` : queue(mineFirst(items, who), words.stateTitles[state], visit)}`,
      ),
    )}`,
  }
}

/** Whether it is worth opening for this visitor; the interface decides when it is asked. */
export function waitsFor({ state, operator, submittedBy }: CalibrationSummary, who: Who): boolean {
  const me = who.person.code
  if (state === 'evaluated' || state === 'returned') return operator === me && who.may('calibration.submit')
  const isOwnWork = operator === me || submittedBy === me
  if (state === 'submitted') return who.may('calibration.review') && !isOwnWork
  return state === 'reviewed' && who.may('calibration.authorise') && operator !== me
}

const mineFirst = (items: readonly CalibrationSummary[], who: Who | null): CalibrationSummary[] =>
  items.toSorted((a, b) => Number(b.operator === who?.person.code) - Number(a.operator === who?.person.code))

function queue(items: readonly CalibrationSummary[], caption: string, { language, who }: Visit): Html {
  const words = calibrationWords[language]
  return table({
    caption,
    columns: [{ head: words.item }, { head: words.state }, { head: words.person }, { head: words.day }],
    rows: items.map((row) => [
      html`<a href="/calibrations/${row.id}">${row.item.equipment}</a>
        <small
          >${row.item.component === 'main' ? '' : row.item.component} ${row.certificateNumber ?? ''}</small
        >`,
      chip(tones[row.state as Waiting] ?? 'quiet', words.states[row.state]),
      html`${row.operator ?? '–'} ${when(row.operator === who?.person.code, () => chip('quiet', words.mine))}`,
      row.finished.slice(0, 10),
    ]),
  })
}
