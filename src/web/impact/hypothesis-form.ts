import { html } from 'hono/html'
import type { EtalonProblem } from '#client/client.ts'
import { faultAt, field } from '../ground/blocks/field.ts'
import { attribute, section } from '../ground/html.ts'
import type { Html, Visit } from '../ground/page-route.ts'
import { figures, type Figure } from './inquiry.ts'
import { impactWords } from './words.ts'

/** What is supposed, and of which uses: a form whose answer has an address. */
export function hypothesisForm(
  visit: Visit,
  problem: EtalonProblem | undefined,
  results: number | undefined,
): Html {
  const { language, url } = visit
  const words = impactWords[language]
  const labels: Readonly<Record<Figure, { readonly label: string; readonly hint: string }>> = {
    shift: { label: words.shift, hint: words.shiftHint },
    driftPerYear: { label: words.drift, hint: words.driftHint },
    expandedUncertainty: { label: words.uncertainty, hint: words.uncertaintyHint },
  }
  const value = (name: string) => url.searchParams.get(name) ?? ''
  const kept = ['component', 'result'].filter((name) => value(name) !== '')
  return section(
    'suppose',
    words.suppose,
    html`<p class="small">${words.supposeLead}</p>
      ${problem === undefined ? '' : html`<p class="note bad" role="alert">${problem.detail}</p>`}
      <form method="get" action="${url.pathname}" data-impact-form data-results="${results ?? ''}">
        ${kept.map((name) => html`<input type="hidden" name="${name}" value="${value(name)}" />`)}
        <div class="figures-supposed">
          ${figures.map(
            (figure) =>
              html`<div class="figure-supposed">
                ${field({
                  name: figure,
                  ...labels[figure],
                  value: value(figure),
                  inputmode: 'decimal',
                  maxLength: 40,
                  fault:
                    faultAt(problem, `/hypothesis/${figure}/value`) ??
                    faultAt(problem, `/hypothesis/${figure}`),
                })}
                ${field({
                  name: `${figure}Unit`,
                  label: words.unit,
                  value: value(`${figure}Unit`),
                  maxLength: 64,
                  fault: faultAt(problem, `/hypothesis/${figure}/unit`),
                })}
              </div>`,
          )}
        </div>
        <div class="fields times">
          ${field({
            name: 'since',
            label: words.since,
            hint: words.whole,
            type: 'date',
            value: value('since').slice(0, 10),
            fault: faultAt(problem, '/since'),
          })}
          ${field({
            name: 'until',
            label: words.until,
            type: 'date',
            value: value('until').slice(0, 10),
            fault: faultAt(problem, '/until'),
          })}
        </div>
        <p class="check-line">
          <input
            type="checkbox"
            id="revoked"
            name="revoked"
            value="1"
            ${attribute('checked', url.searchParams.has('revoked'))}
          />
          <label for="revoked">${words.revoked}</label>
        </p>
        <p class="form-end">
          <button>${words.evaluate}</button>
          <a class="button second" href="${url.pathname}">${words.clear}</a>
        </p>
        <div class="progress-line" data-progress hidden role="status" aria-live="polite">
          <progress max="1" value="0" aria-label="${words.progress}"></progress>
          <span data-progress-text data-word="${words.progress}" data-flips="${words.flips}"></span>
        </div>
      </form>`,
  )
}
