import { html } from 'hono/html'
import type { InventorySummary } from '#contract/types.ts'
import { both } from '#faces/both.ts'
import { numberText } from '#faces/numbers.ts'
import { standingChip, toneOfCount } from '../equipment/standing-chip.ts'
import { equipmentWords } from '../equipment/words.ts'
import { pageHead } from '../ground/blocks/page-head.ts'
import { table } from '../ground/blocks/table.ts'
import { section, when } from '../ground/html.ts'
import { countText } from '../ground/moments.ts'
import type { Html, Page, Visit } from '../ground/page-route.ts'
import { readDashboard, type Counted, type Dashboard } from './read-dashboard.ts'
import { weekBars } from './week-bars.ts'
import { dashboardWords } from './words.ts'

type Language = Visit['language']

/** What is due, what is wrong, and what waits for the visitor, in this order. */
export async function dashboardPage(visit: Visit): Promise<Page> {
  const { language } = visit
  const words = dashboardWords[language]
  const dashboard = await readDashboard(visit)
  const { summary } = dashboard
  return {
    title: words.dashboard,
    content: html`${pageHead(visit, {
        title: words.dashboard,
        lead: words.leadSoon(countText(summary.standings.soon, language), summary.owner),
      })}
      ${tiles(dashboard, language)}
      <div class="dashboard-pair">
        ${waitingSection(dashboard, language)}
        ${when(dashboard.recalls, () => recallsSection(dashboard, language))}
      </div>
      ${loadSection(summary, language)} ${urgentSection(dashboard, language)}`,
  }
}

function tiles({ summary, quarantined, suspect, recalls }: Dashboard, language: Language): Html {
  const words = dashboardWords[language]
  const standings = ['overdue', 'never-calibrated', 'soon', 'in-force'] as const
  const wrong = (counted: Counted | undefined, word: string, href: string) =>
    counted && tile(counted.count > 0 ? 'bad' : 'quiet', countedText(counted, language), word, href)
  return html`<ul class="standing-tiles dashboard-tiles">
    ${standings.map((standing) =>
      tile(
        toneOfCount(standing, summary.standings[standing]),
        countText(summary.standings[standing], language),
        equipmentWords[language][standing],
        `/equipment?standing=${standing}`,
      ),
    )}
    ${wrong(quarantined, words.quarantined, '/equipment?state=quarantined')}
    ${wrong(suspect, words.suspect, '/certificates?standing=suspect')}
    ${wrong(recalls && { count: recalls.length, isMore: false }, words.recallsOpen, '/recalls')}
  </ul>`
}

const tile = (tone: string, counted: string, word: string, href: string) =>
  html`<li class="${tone}">
    <a href="${href}"><b>${counted}</b> <span>${word}</span></a>
  </li>`

const countedText = ({ count, isMore }: Counted, language: Language): string =>
  `${countText(count, language)}${isMore ? '+' : ''}`

function waitingSection({ waiting }: Dashboard, language: Language): Html {
  const words = dashboardWords[language]
  return section(
    'waiting',
    words.waiting,
    waiting.length === 0
      ? html`<p class="quiet">${words.nothingWaits}</p>`
      : html`<ul class="queue">
          ${waiting.map(
            ({ what, href, ...counted }) =>
              html`<li><a href="${href}">${words[what]}</a> <b>${countedText(counted, language)}</b></li>`,
          )}
        </ul>`,
  )
}

function recallsSection({ recalls = [] }: Dashboard, language: Language): Html {
  const words = dashboardWords[language]
  const number = (n: number) => countText(n, language)
  return section(
    'recalls',
    words.recalls,
    recalls.length === 0
      ? html`<p class="quiet">${words.noRecalls}</p>`
      : html`<ul class="queue">
          ${recalls.slice(0, 5).map(
            ({ code, state, cause, results, undecided }) =>
              html`<li>
                <span
                  ><a href="/recalls/${encodeURIComponent(code)}">${code}</a>
                  <span class="small">${cause}</span></span
                >
                <span class="small"
                  >${words[state]} · ${words.undecided(number(undecided), number(results))}</span
                >
              </li>`,
          )}
        </ul>`,
  )
}

function loadSection({ weeks, soon }: InventorySummary, language: Language): Html {
  const words = dashboardWords[language]
  const number = (n: number) => countText(n, language)
  const told = weeks.map((week) => ({ ...week, told: words.week(week.from, number(week.count)) }))
  return section(
    'load',
    words.load,
    html`${weekBars({ title: words.load, description: words.loadText, weeks: told, soon })}
      <details>
        <summary>${words.inFigures}</summary>
        ${table({
          caption: words.load,
          columns: [{ head: words.weekOf }, { head: words.devices, isFigure: true }],
          rows: weeks.map(({ from, count }) => [from, number(count)]),
        })}
      </details>`,
  )
}

function urgentSection({ urgent }: Dashboard, language: Language): Html {
  const words = dashboardWords[language]
  return section(
    'urgent',
    words.urgent,
    html`${
        urgent.length === 0
          ? html`<p class="quiet">${words.nothingUrgent}</p>`
          : table({
              caption: words.urgent,
              columns: [
                { head: words.equipment },
                { head: words.name },
                { head: words.standing },
                { head: words.days, isFigure: true },
                { head: words.due },
              ],
              rows: urgent.map(({ equipment, name, standing, days, due }) => [
                html`<a href="/equipment/${encodeURIComponent(equipment)}"><code>${equipment}</code></a>`,
                both(name)[language],
                standingChip(standing, language),
                days === undefined ? '' : numberText(days),
                due === undefined ? '' : html`<time datetime="${due}">${due}</time>`,
              ]),
            })
      }
      <p class="form-end"><a href="/equipment">${words.all}</a></p>`,
  )
}
