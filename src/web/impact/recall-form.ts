import { html } from 'hono/html'
import type { ImpactAnswer } from '#contract/types.ts'
import { field, textArea } from '../ground/blocks/field.ts'
import { section } from '../ground/html.ts'
import type { Html, Visit } from '../ground/page-route.ts'
import { impactWords } from './words.ts'

/** The very question that was answered goes along: what is recalled is what was seen. */
export function recallForm({ language }: Visit, { subject, since, until, hypothesis }: ImpactAnswer): Html {
  const words = impactWords[language]
  const impact = {
    subject,
    ...(since && { since }),
    ...(until && { until }),
    ...(hypothesis && { hypothesis }),
  }
  return section(
    'recall',
    words.recall,
    html`<p class="small">${words.recallLead}</p>
      <form method="post" action="/recalls">
        <input type="hidden" name="impact" value="${JSON.stringify(impact)}" />
        <div class="fields">
          ${field({ name: 'code', label: words.code, isRequired: true, maxLength: 64 })}
          ${textArea({ name: 'cause', label: words.cause, hint: words.causeHint, isRequired: true, rows: 2 })}
        </div>
        <p class="form-end"><button>${words.open}</button></p>
      </form>`,
  )
}
