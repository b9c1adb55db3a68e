import { html } from 'hono/html'
import type { TraceabilityAnswer, TraceabilityRecomputation } from '#contract/types.ts'
import { percent } from '#faces/numbers.ts'
import type { PageLanguage } from '#faces/page.ts'
import { statedResult } from '#faces/stated-result.ts'
import { chip } from '../ground/blocks/chip.ts'
import { table } from '../ground/blocks/table.ts'
import { raised } from '../ground/raised.ts'
import { section } from '../ground/html.ts'
import type { Html } from '../ground/page-route.ts'
import { chainWords } from './words.ts'

/** The asked result with what is known now of a standard above it, and whether its decision flips. */
export function recomputedSection({ recomputations }: TraceabilityAnswer, language: PageLanguage): Html {
  const words = chainWords[language]
  if (recomputations.length === 0) return html``
  return section(
    'recomputed',
    words.recomputed,
    html`<p class="small">${words.recomputedLead}</p>
      ${table({
        caption: words.recomputed,
        columns: [
          { head: words.because },
          { head: words.before, isFigure: true },
          { head: words.after, isFigure: true },
          { head: words.outcome },
        ],
        rows: recomputations.map(({ node, source, because, before, after, unit, flipped }) => [
          html`<code>${node}</code><span class="small block">${because} · <code>${source}</code></span>`,
          figureOf(before, unit, language),
          figureOf(after, unit, language),
          flipped ? chip('bad', words.flipped) : '–',
        ]),
      })}`,
  )
}

function figureOf(figure: TraceabilityRecomputation['before'], unit: string, language: PageLanguage): Html {
  const { estimate, expandedUncertainty, conformity, conformanceProbability: p } = figure
  const decisions: Readonly<Record<string, string>> = chainWords[language].conformity
  const decision = conformity === undefined ? '' : (decisions[conformity] ?? conformity)
  return html`${raised(statedResult({ estimate, expandedUncertainty, unit }))}
    <span class="small block">${decision}${p === undefined ? '' : ` · ${percent(p)}`}</span>`
}
