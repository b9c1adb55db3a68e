import { html } from 'hono/html'
import type { CalibrationRoutes } from '#contract/types.ts'
import { short, withUnit } from '#faces/numbers.ts'
import { banner } from '../ground/blocks/banner.ts'
import { chip } from '../ground/blocks/chip.ts'
import { table } from '../ground/blocks/table.ts'
import { section, when } from '../ground/html.ts'
import { countText } from '../ground/moments.ts'
import type { Html, Visit } from '../ground/page-route.ts'
import { competenceWords, type CompetenceWords } from './words.ts'

type Route = CalibrationRoutes['routes'][number]
type Figure = { readonly value: number; readonly unit: string }

/** 检不了, 检不准: said first, with what comes nearest. */
export const gapsSection = ({ gaps }: CalibrationRoutes, { language }: Visit): Html => {
  const words = competenceWords[language]
  return html`${gaps.map(({ gap, message, misses }) =>
    banner({
      tone: gap === 'no-competence-for-point' ? 'bad' : 'caution',
      title: gap === 'no-competence-for-point' ? words.none : message[language],
      text: html`${gap === 'no-competence-for-point' ? message[language] : ''}
      ${when(
        misses.length > 0,
        () =>
          html`<br />${words.misses}:
            ${misses.slice(0, 8).map(({ competence, organization, why }, i) => html`${i === 0 ? '' : '; '}${organization} <code>${competence}</code> (${words.why[why]})`)}`,
      )}`,
    }),
  )}`
}

export function routesSection({ routes, others, flatter }: CalibrationRoutes, { language }: Visit): Html {
  const words = competenceWords[language]
  if (routes.length === 0) return html``
  return section(
    'found',
    words.found,
    html`${when(flatter, () => html`<p class="note good">${flatter?.message[language]}</p>`)}
    ${table({
      caption: words.found,
      columns: [
        { head: words.rank, isFigure: true },
        { head: words.laboratory },
        { head: words.by },
        { head: words.smallest, isFigure: true },
        { head: words.reaches },
        { head: words.depth, isFigure: true },
        { head: words.certificate },
      ],
      rows: routes.map((route) => [
        String(route.rank),
        html`${route.name[language]} <code class="small">${route.organization}</code>`,
        html`${words.kinds[route.kind] ?? route.kind} <code class="small">${route.competence}</code>`,
        figure(route.expandedUncertainty),
        reachesChip(route, words),
        depthOf(route, words),
        route.certificate === null
          ? '–'
          : html`<a href="/verify/${encodeURIComponent(route.certificate)}"
              ><code>${route.certificate}</code></a
            >`,
      ]),
    })}
    ${when(others > 0, () => html`<p class="small">${words.others(countText(others, language))}</p>`)}`,
  )
}

const figure = (quantity: Figure | null): string =>
  quantity === null ? '–' : withUnit(short(quantity.value, 4), quantity.unit)

const reachesChip = ({ reaches }: Route, words: CompetenceWords): Html =>
  reaches === null
    ? chip('quiet', words.unstated)
    : reaches
      ? chip('good', words.yes)
      : chip('caution', words.no)

const depthOf = ({ depth, through }: Route, words: CompetenceWords): Html =>
  depth === null
    ? html`–`
    : html`${depth}${when(through.length > 0, () => html`<br /><span class="small">${words.through} ${through.join(' → ')}</span>`)}`
