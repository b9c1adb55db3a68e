import { html } from 'hono/html'
import type { EtalonProblem } from '#client/client.ts'
import type { RecallNotice, RecallView } from '#contract/types.ts'
import { choice, faultAt, field, textArea } from '../ground/blocks/field.ts'
import { section, when } from '../ground/html.ts'
import { countText } from '../ground/moments.ts'
import type { Html, Visit } from '../ground/page-route.ts'
import { recallWords } from './words.ts'

export interface Standing {
  readonly recall: RecallView
  readonly etag: string
  readonly notices: readonly RecallNotice[]
  readonly problem: EtalonProblem | undefined
}

/** What the visitor may do next: decide, take note, close, open again. */
export function actionsSection(visit: Visit, standing: Standing): Html {
  const { who } = visit
  const { recall, notices } = standing
  const isClosed = recall.state === 'closed'
  const isOwn = recall.organization === who?.organization.code
  const isTold = notices.some(({ owner, acknowledged }) => owner === who?.organization.code && !acknowledged)
  return html`<div class="columns">
    ${when(!isClosed && who?.may('recall.decide') === true, () => decideSection(visit, standing))}
    ${when(isTold && who?.may('recall.acknowledge') === true, () => acknowledgeSection(visit, recall))}
    ${when(isOwn && who?.may('recall.close') === true, () =>
      isClosed ? reopenSection(visit, standing) : closeSection(visit, standing),
    )}
  </div>`
}

const pathOf = ({ code }: RecallView, act: string): string => `/recalls/${encodeURIComponent(code)}/${act}`

function decideSection({ language, form }: Visit, { recall, problem }: Standing): Html {
  const words = recallWords[language]
  return section(
    'decide-results',
    words.decide,
    html`<p class="small">${words.decideLead}</p>
      <form method="post" action="${pathOf(recall, 'dispositions')}" id="decide" class="form-stack">
        ${choice({
          name: 'which',
          label: words.which,
          value: text(form, 'which') || (recall.undecided > 0 ? 'remaining' : 'chosen'),
          options: [
            { value: 'chosen', label: words.chosen },
            { value: 'remaining', label: words.remaining },
            { value: 'flipped', label: words.remainingFlipped },
            { value: 'holds', label: words.remainingHolds },
          ],
        })}
        ${choice({
          name: 'decision',
          label: words.decision,
          value: text(form, 'decision'),
          options: Object.entries(words.decisions).map(([value, label]) => ({ value, label })),
        })}
        ${textArea({
          name: 'reason',
          label: words.reason,
          rows: 2,
          isRequired: true,
          value: text(form, 'reason'),
          fault: faultAt(problem, '/reason'),
        })}
        <p class="form-end"><button>${words.decide}</button></p>
      </form>`,
  )
}

function acknowledgeSection({ language }: Visit, recall: RecallView): Html {
  const words = recallWords[language]
  return section(
    'acknowledge-recall',
    words.acknowledge,
    html`<p class="small">${words.acknowledgeLead}</p>
      <form method="post" action="${pathOf(recall, 'acknowledge')}" class="form-stack">
        ${field({ name: 'remark', label: words.remark, maxLength: 2000 })}
        <p class="form-end"><button>${words.acknowledge}</button></p>
      </form>`,
  )
}

/** By the version that was seen: what others did meanwhile is looked at first. */
function closeSection({ language }: Visit, { recall, etag }: Standing): Html {
  const words = recallWords[language]
  return section(
    'close-recall',
    words.close,
    html`<p class="small">
        ${recall.undecided > 0 ? words.notYet(countText(recall.undecided, language)) : words.closeLead}
      </p>
      <form method="post" action="${pathOf(recall, 'close')}">
        <input type="hidden" name="etag" value="${etag}" />
        <p class="form-end"><button class="second">${words.close}</button></p>
      </form>`,
  )
}

function reopenSection({ language, form }: Visit, { recall, etag, problem }: Standing): Html {
  const words = recallWords[language]
  return section(
    'reopen-recall',
    words.reopen,
    html`<form method="post" action="${pathOf(recall, 'reopen')}" class="form-stack">
      <input type="hidden" name="etag" value="${etag}" />
      ${textArea({
        name: 'reason',
        label: words.reason,
        rows: 2,
        isRequired: true,
        value: text(form, 'reason'),
        fault: faultAt(problem, '/reason'),
      })}
      <p class="form-end"><button class="second">${words.reopen}</button></p>
    </form>`,
  )
}

export const text = (form: FormData, name: string): string => {
  const value = form.get(name)
  return typeof value === 'string' ? value : ''
}
