import { html } from 'hono/html'
import type { PageLanguage } from '#faces/page.ts'
import { attribute, when } from '../../ground/html.ts'
import type { Html } from '../../ground/page-route.ts'
import type { Draft } from './draft.ts'

export interface Filling {
  readonly draft: Draft
  readonly language: PageLanguage
  /** Whether somebody has asked already: before that nothing is wrong that is only empty. */
  readonly isLive: boolean
}

interface Control {
  readonly name: string
  readonly label: string
  readonly hint?: string
  readonly type?: 'text' | 'date' | 'datetime-local'
  /** The id of the list of what could be meant. */
  readonly list?: string
  /** For a control in a table, whose column says what it is. */
  readonly isUnlabelled?: boolean
}

const textOf = ({ draft }: Filling, name: string): string => draft.fields[name] ?? ''

/** While somebody types, what is still empty is not yet wrong. */
const faultAt = (filling: Filling, name: string): string | undefined => {
  const fault = filling.draft.faults.at.get(name)
  return filling.isLive && textOf(filling, name) === '' ? undefined : fault
}

const described = (filling: Filling, name: string): Html =>
  html`aria-describedby="${name}-fault"
  ${attribute('aria-invalid', faultAt(filling, name) !== undefined && 'true')}`

/** Where a fault stands, or would stand: an island exchanges it. */
const slot = (filling: Filling, name: string): Html =>
  html`<span class="fault bad" id="${name}-fault" data-part>${faultAt(filling, name) ?? ''}</span>`

const labelled = (filling: Filling, { name, label, hint, isUnlabelled }: Control, control: Html): Html =>
  html`<div class="field">
    <label for="${name}" ${attribute('class', isUnlabelled === true && 'narrow-only')}>${label}</label>
    ${control} ${slot(filling, name)} ${when(hint, () => html`<span class="small">${hint}</span>`)}
  </div>`

export const line = (filling: Filling, control: Control): Html =>
  labelled(
    filling,
    control,
    html`<input
      id="${control.name}"
      name="${control.name}"
      type="${control.type ?? 'text'}"
      value="${textOf(filling, control.name)}"
      autocomplete="off"
      ${attribute('list', control.list)}
      ${described(filling, control.name)}
    />`,
  )

export const lines = (
  filling: Filling,
  control: Control & { readonly rows?: number; readonly isReadings?: boolean },
): Html =>
  labelled(
    filling,
    control,
    html`<textarea
      id="${control.name}"
      name="${control.name}"
      rows="${control.rows ?? 2}"
      spellcheck="false"
      ${attribute('data-readings', control.isReadings === true)}
      ${described(filling, control.name)}
    >
${textOf(filling, control.name)}</textarea>`,
  )

export interface Option {
  readonly value: string
  readonly label: string
  readonly isDisabled?: boolean
}

export const chosen = (
  filling: Filling,
  control: Control & {
    readonly options: readonly (Option | { readonly group: string; readonly options: readonly Option[] })[]
    readonly resubmits?: boolean
  },
): Html => {
  const value = textOf(filling, control.name)
  const option = (each: Option) =>
    html`<option
      value="${each.value}"
      ${attribute('selected', each.value === value)}
      ${attribute('disabled', each.isDisabled === true)}
    >
      ${each.label}
    </option>`
  return labelled(
    filling,
    control,
    html`<select
      id="${control.name}"
      name="${control.name}"
      ${attribute('data-resubmit', control.resubmits === true)}
      ${described(filling, control.name)}
    >
      ${control.options.map((each) =>
        'group' in each
          ? html`<optgroup label="${each.group}">${each.options.map(option)}</optgroup>`
          : option(each),
      )}
    </select>`,
  )
}

export const hidden = (name: string, value: string): Html =>
  html`<input type="hidden" name="${name}" value="${value}" />`
