import { html } from 'hono/html'
import type { TraceabilityAnswer } from '#contract/types.ts'
import { percent, short } from '#faces/numbers.ts'
import type { PageLanguage } from '#faces/page.ts'
import { statedResult } from '#faces/stated-result.ts'
import { table } from '../ground/blocks/table.ts'
import { raised } from '../ground/raised.ts'
import { section, when } from '../ground/html.ts'
import type { Html } from '../ground/page-route.ts'
import { sign } from '../graph/sign.ts'
import { chainRows, type ChainRow } from './chain-rows.ts'
import { pageOf } from './parts-of-label.ts'
import { chainWords } from './words.ts'

/** The drawing once more, for whoever does not see it, prints it, or takes it along. */
export function tableSection(answer: TraceabilityAnswer, language: PageLanguage, files: Html): Html {
  const words = chainWords[language]
  return section(
    'chain-table',
    words.table,
    html`<p class="small">${words.tableLead} ${files}</p>
      ${table({
        caption: words.table,
        columns: [
          { head: words.result },
          { head: words.item },
          { head: words.holder },
          { head: words.value, isFigure: true },
          { head: words.validity },
          { head: words.part, isFigure: true },
          { head: words.into },
        ],
        rows: chainRows(answer, language).map((row) => rowOf(row, language)),
      })}`,
  )
}

function rowOf(
  { node, standing, item, state, links }: ChainRow,
  language: PageLanguage,
): readonly (string | Html)[] {
  const words = chainWords[language]
  const page = pageOf(node)
  const label = html`<code>${node.label}</code>`
  return [
    html`<span id="row-${node.id}"
      >${page === undefined ? label : html`<a href="${page}">${label}</a>`}</span
    >`,
    item,
    node.organization?.[language] ?? '–',
    html`${raised(statedResult(node)) || '–'}${when(
      node.coverageFactor !== undefined,
      () => html`<span class="small block">k = ${short(node.coverageFactor ?? 0, 3)}</span>`,
    )}`,
    html`<span class="rule-code ${standing.tone}">${sign(standing.tone)} ${state}</span>`,
    percent(node.share),
    links.length === 0
      ? words.askedOf
      : html`<ul class="evidence">
          ${links.map(
            ({ to, input, share }) =>
              html`<li>
                <code>${to}</code> ${words.input}
                <code>${input}</code>${share === null ? '' : ` · ${percent(share)}`}
              </li>`,
          )}
        </ul>`,
  ]
}
