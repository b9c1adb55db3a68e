import { html } from 'hono/html'
import type { TraceabilityAnswer } from '#contract/types.ts'
import type { PageLanguage } from '#faces/page.ts'
import { banner } from '../ground/blocks/banner.ts'
import type { Tone } from '../ground/blocks/tone.ts'
import { when } from '../ground/html.ts'
import { instant } from '../ground/moments.ts'
import type { Html } from '../ground/page-route.ts'
import { ruleName } from './rule-names.ts'
import { findingsOf } from './standing-of-node.ts'
import { chainWords } from './words.ts'

const tones: Readonly<Record<TraceabilityAnswer['verdict'], Tone>> = {
  traceable: 'good',
  'traceable-with-conditions': 'caution',
  suspect: 'caution',
  indeterminate: 'quiet',
  'not-traceable': 'bad',
}

/** The verdict in one glance, and because of which link. */
export function verdictSection(answer: TraceabilityAnswer, language: PageLanguage): Html {
  const words = chainWords[language]
  const [finding, ...others] = findingsOf(answer)
  return banner({
    tone: tones[answer.verdict],
    title: words.verdicts[answer.verdict],
    text: html`${
      finding === undefined
        ? words.reasonless
        : html`<b>${finding.code} ${ruleName(finding.code)[language]}</b> · <code>${finding.label}</code>:
            ${finding.message[language]}`
    }${when(others.length > 0, () => html` <a href="#rules">${words.and(others.length)}</a>`)}`,
    small: html`${words.resolutions[answer.resolution]}${when(answer.depth > 0, () => html` (${words.steps(answer.depth)})`)}
    · ${answer.policy} · T ${instant(answer.at, language)} · K ${instant(answer.asKnownAt, language)}`,
  })
}
