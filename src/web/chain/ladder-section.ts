import { html } from 'hono/html'
import type { TraceabilityAnswer, TraceabilityRung } from '#contract/types.ts'
import { short, significant, withUnit } from '#faces/numbers.ts'
import type { PageLanguage } from '#faces/page.ts'
import { table } from '../ground/blocks/table.ts'
import { section, when } from '../ground/html.ts'
import type { Html } from '../ground/page-route.ts'
import { raised } from '../ground/raised.ts'
import { chainWords } from './words.ts'

/** Every level in the unit of the asked result, the references first: U shrinks step by step by powers of ten. */
export function ladderSection({ ladder }: TraceabilityAnswer, language: PageLanguage): Html {
  if (ladder.length === 0) return html``
  const words = chainWords[language]
  const portionOf = scaleOf(ladder)
  const rows = ladder.toReversed().map((rung) => [
    html`<code>${rung.label}</code><span class="small block">${rung.holder[language]}</span>`,
    html`<svg class="rung" viewBox="0 0 100 8" preserveAspectRatio="none" aria-hidden="true">
      <rect class="rung-track" width="100" height="8" />
      <rect class="rung-bar" width="${portionOf(rung)}" height="8" />
    </svg>`,
    figureOf(rung.expandedUncertainty, rung.unit),
    html`${rung.stated === null ? '–' : raised(figureOf(rung.stated.expandedUncertainty, rung.stated.unit))}${when(
      rung.coverageFactor !== null,
      () => html`<span class="small block">k = ${short(rung.coverageFactor ?? 0, 3)}</span>`,
    )}`,
  ])
  return section(
    'ladder',
    words.ladder,
    html`<p class="small">${words.ladderLead}</p>
      ${table({
        caption: words.ladder,
        columns: [
          { head: words.result },
          { head: html`<span class="unseen">${words.carried}</span>` },
          { head: words.carried, isFigure: true },
          { head: words.stated, isFigure: true },
        ],
        rows,
      })}`,
  )
}

const figureOf = (U: number | null, unit: string): string =>
  U === null ? '–' : withUnit(significant(U, 2), unit)

/** A scale of powers of ten; what is not known has no bar. */
function scaleOf(ladder: readonly TraceabilityRung[]): (rung: TraceabilityRung) => string {
  const powers = ladder.flatMap(({ expandedUncertainty: U }) => (U !== null && U > 0 ? [Math.log10(U)] : []))
  const [least, most] = [Math.min(...powers), Math.max(...powers)]
  const room = Math.max(1e-9, most - least) / 0.94
  return ({ expandedUncertainty: U }) =>
    U === null || U <= 0 ? '0' : (6 + (94 * (Math.log10(U) - least)) / (room * 0.94 || 1)).toFixed(1)
}
