import { html } from 'hono/html'
import type { TraceabilityAnswer, TraceabilityRuleOutcome } from '#contract/types.ts'
import type { PageLanguage } from '#faces/page.ts'
import { table } from '../ground/blocks/table.ts'
import { section, when } from '../ground/html.ts'
import type { Html } from '../ground/page-route.ts'
import { sign } from '../graph/sign.ts'
import type { Tone } from '../graph/graph.ts'
import { isWithheld } from './parts-of-label.ts'
import { ruleName } from './rule-names.ts'
import { toneOfEffect } from './standing-of-node.ts'
import { chainWords } from './words.ts'

/** Every outcome with what it was decided on: what was found first, what passed behind a fold. */
export function rulesSection({ rules }: TraceabilityAnswer, language: PageLanguage): Html {
  const words = chainWords[language]
  const found = rules.filter(({ outcome }) => outcome !== 'pass')
  const counted = found.toSorted((a, b) => weightOf(a) - weightOf(b))
  const passed = rules.filter(({ outcome }) => outcome === 'pass')
  return section(
    'rules',
    words.rules,
    html`<p class="small">${words.rulesLead(found.length, rules.length)}</p>
      ${found.length === 0 ? html`<p>${words.noFindings}</p>` : rulesTable(counted, words.findings, language)}
      ${when(
        passed.length > 0,
        () =>
          html`<details>
            <summary>${words.passes(passed.length)}</summary>
            ${rulesTable(passed, words.passes(passed.length), language)}
          </details>`,
      )}`,
  )
}

const weightOf = ({ weight, effect }: TraceabilityRuleOutcome): number =>
  (weight === 'counts' ? 0 : 2) + (effect === 'none' ? 1 : 0)

function rulesTable(
  rules: readonly TraceabilityRuleOutcome[],
  caption: string,
  language: PageLanguage,
): Html {
  const words = chainWords[language]
  const weights: Readonly<Record<string, string>> = words.weights
  return table({
    caption,
    columns: [
      { head: words.rule },
      { head: words.outcome },
      { head: words.result },
      { head: words.message },
      { head: words.evidence },
    ],
    rows: rules.map((rule) => [
      html`<span class="rule-code ${toneOf(rule)}">${sign(toneOf(rule))} ${rule.code}</span>
        <span class="small block">${ruleName(rule.code)[language]}</span>`,
      html`${words.outcomes[rule.outcome]}${when(
        rule.outcome !== 'pass',
        () => html`<span class="small block">${weights[rule.weight] ?? rule.weight}</span>`,
      )}`,
      html`<a href="#row-${rule.node}"><code>${rule.label}</code></a>`,
      html`${rule.message[language]} <code class="small block">${rule.reason}</code>`,
      html`<ul class="evidence">
        ${rule.evidence.map(evidenceOf)}
      </ul>`,
    ]),
  })
}

function toneOf({ outcome, effect }: TraceabilityRuleOutcome): Tone {
  if (outcome === 'pass') return 'good'
  return effect === 'none' ? 'quiet' : toneOfEffect(effect)
}

const evidenceOf = ({ record, id, day }: TraceabilityRuleOutcome['evidence'][number]): Html => {
  const isPage = record === 'certificate' && !isWithheld(id)
  return html`<li>
    <span class="small">${record}</span>
    ${isPage ? html`<a href="/certificates/${encodeURIComponent(id)}"><code>${id}</code></a>` : html`<code>${id}</code>`}
    ${day === undefined ? '' : html`<span class="small">${day}</span>`}
  </li>`
}
