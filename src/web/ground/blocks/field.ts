import { html } from 'hono/html'
import type { EtalonProblem } from '#client/client.ts'
import { attribute, when } from '../html.ts'
import type { Html } from '../page-route.ts'

interface Labelled {
  readonly name: string
  readonly label: string
  readonly hint?: string | undefined
  /** What was refused here, as `faultAt` finds it. */
  readonly fault?: string | undefined
  readonly isRequired?: boolean
}

export interface Field extends Labelled {
  readonly value?: string | undefined
  readonly type?: 'text' | 'search' | 'password' | 'date' | 'datetime-local' | 'number' | 'email' | 'url'
  readonly autocomplete?: string
  readonly inputmode?: 'decimal' | 'numeric' | 'search'
  readonly maxLength?: number
}

/** One line to fill in; the fault stands beside it and is read out with it. */
export const field = (asked: Field): Html => {
  const { type = 'text', value, autocomplete, inputmode, maxLength } = asked
  return labelled(
    asked,
    html`<input
      type="${type}"
      ${namesOf(asked)}
      ${attribute('value', value)}
      ${attribute('autocomplete', autocomplete)}
      ${attribute('inputmode', inputmode)}
      ${attribute('maxlength', maxLength?.toString())}
    />`,
  )
}

export const textArea = (asked: Labelled & { readonly value?: string; readonly rows?: number }): Html =>
  labelled(asked, html`<textarea ${namesOf(asked)} rows="${asked.rows ?? 4}">${asked.value ?? ''}</textarea>`)

export interface Choice extends Labelled {
  readonly value?: string | undefined
  readonly options: readonly { readonly value: string; readonly label: string }[]
}

export const choice = (asked: Choice): Html =>
  labelled(
    asked,
    html`<select ${namesOf(asked)}>
      ${asked.options.map(
        ({ value, label }) =>
          html`<option value="${value}" ${attribute('selected', value === asked.value)}>${label}</option>`,
      )}
    </select>`,
  )

/** The file input itself speaks the language of the browser: the label in front of it says what it is for. */
export const fileField = (asked: Labelled & { readonly accept?: string }): Html =>
  labelled(asked, html`<input type="file" ${namesOf(asked)} ${attribute('accept', asked.accept)} />`)

const namesOf = ({ name, hint, fault, isRequired }: Labelled): Html => {
  const described = [fault === undefined ? '' : `${name}-fault`, hint === undefined ? '' : `${name}-hint`]
    .filter(Boolean)
    .join(' ')
  return html`id="${name}" name="${name}" ${attribute('required', isRequired)}
  ${attribute('aria-invalid', fault !== undefined && 'true')}
  ${attribute('aria-describedby', described !== '' && described)}`
}

const labelled = ({ name, label, hint, fault }: Labelled, input: Html): Html =>
  html`<div class="field">
    <label for="${name}">${label}</label>
    ${input} ${when(fault, () => html`<p class="fault bad" id="${name}-fault">${fault}</p>`)}
    ${when(hint, () => html`<p class="small" id="${name}-hint">${hint}</p>`)}
  </div>`

/** What was refused at one place of what was sent: `faultAt(problem, '/serialNumber')`. */
export function faultAt(problem: EtalonProblem | undefined, pointer: string): string | undefined {
  if (problem === undefined) return undefined
  const listed = problem.errors.find((fault) => fault.pointer === pointer)
  return listed?.detail ?? (problem.pointer === pointer ? problem.detail : undefined)
}
