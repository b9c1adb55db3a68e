import { html } from 'hono/html'
import type { PolicyRecord } from '#contract/types.ts'
import { choice, field } from '../ground/blocks/field.ts'
import { attribute, section } from '../ground/html.ts'
import type { Html, Visit } from '../ground/page-route.ts'
import { chainWords } from './words.ts'

export interface Question {
  readonly policies: readonly Pick<PolicyRecord, 'code' | 'name'>[]
  readonly policy: string
  /** Days as the form shows them. */
  readonly at: string
  readonly asKnownAt: string
  /** The days that matter, for the sliders. */
  readonly days: readonly string[]
  readonly today: string
  /** What else the question has: a choice of results, or of quantities. */
  readonly subject: Html
}

/** When it is used, and as known when: two dates, which an island makes sliders over the days that matter. */
export function questionForm(visit: Visit, asked: Question): Html {
  const { language, url } = visit
  const words = chainWords[language]
  const known = asked.days.filter((day) => day <= asked.today)
  return section(
    'question',
    words.question,
    html`<form method="get" action="${url.pathname}" data-time-form>
      <div class="fields">
        ${asked.subject}
        ${choice({
          name: 'policy',
          label: words.policy,
          value: asked.policy,
          options: asked.policies.map(({ code, name }) => ({
            value: code,
            label: `${code} · ${name[language]}`,
          })),
        })}
      </div>
      <div class="fields times">
        ${timed(field({ name: 'at', label: words.at, hint: words.atHint, type: 'date', value: asked.at }), {
          name: 'at',
          days: asked.days,
          label: words.at,
        })}
        ${timed(
          field({
            name: 'asKnownAt',
            label: words.knownAt,
            hint: words.knownAtHint,
            type: 'date',
            value: asked.asKnownAt,
          }),
          { name: 'asKnownAt', days: known, label: words.knownAt },
        )}
      </div>
      <p class="form-end"><button>${words.ask}</button></p>
    </form>`,
  )
}

const timed = (
  dated: Html,
  { name, days, label }: { readonly name: string; readonly days: readonly string[]; readonly label: string },
): Html =>
  html`<div class="timed">
    ${dated}
    <input
      type="range"
      hidden
      aria-label="${label}"
      data-days="${days.join(' ')}"
      data-of="${name}"
      min="0"
      max="${Math.max(0, days.length - 1)}"
      ${attribute('step', '1')}
    />
  </div>`
