import { html } from 'hono/html'
import type { CandidateStandard, Upstream } from '#contract/types.ts'
import { formulaOf } from '#faces/formula.ts'
import { numberText, withUnit } from '#faces/numbers.ts'
import { when } from '../../ground/html.ts'
import { mathOf } from '../../ground/math.ts'
import type { Html } from '../../ground/page-route.ts'
import { calibrationWords } from '../words.ts'
import { chosen, hidden, line, lines, type Filling, type Option } from './controls.ts'
import { kindOfRow } from './draft.ts'
import { formOf, inputCount, inputField, inputForms, type InputForm } from './fields.ts'

/** The input quantities of the result, one a card: what each form needs, and no more. */
export const inputRows = (filling: Filling): Html =>
  html`${Array.from({ length: inputCount(filling.draft.fields) }, (_, i) => card(i, filling))}`

function card(i: number, filling: Filling): Html {
  const { fields } = filling.draft
  const words = calibrationWords[filling.language]
  const symbol = fields[inputField(i, 'symbol')] ?? ''
  return html`<fieldset class="input-card">
    <legend>${symbol === '' ? `${i + 1}` : mathOf(formulaOf(symbol))}</legend>
    ${hidden(inputField(i, 'kept'), fields[inputField(i, 'kept')] ?? '')}
    <div class="fields tight">
      ${line(filling, { name: inputField(i, 'symbol'), label: words.symbol })}
      ${chosen(filling, {
        name: inputField(i, 'form'),
        label: words.form,
        resubmits: true,
        options: formsFor(formOf(fields, i)).map((form) => ({ value: form, label: words.forms[form] })),
      })}
      ${membersOf(i, formOf(fields, i), filling)}
    </div>
    <button class="plain" name="act" value="remove-input-${i}">
      ${words.removeInput} ${symbol || i + 1}
    </button>
  </fieldset>`
}

/** What was stated in a way that has no fields can stay so; nobody chooses it. */
const formsFor = (current: InputForm): readonly InputForm[] =>
  inputForms.filter((form) => form !== 'kept' || current === 'kept')

function membersOf(i: number, form: InputForm, filling: Filling): Html {
  const words = calibrationWords[filling.language]
  const name = (member: string) => inputField(i, member)
  const unit = line(filling, { name: name('unit'), label: words.inputUnit })
  const estimate = line(filling, { name: name('estimate'), label: words.estimate })
  const freedom = line(filling, { name: name('degreesOfFreedom'), label: words.degreesOfFreedom })
  const figure = (label: string) => line(filling, { name: name('figure'), label })
  const factor = (label: string) => line(filling, { name: name('factor'), label })
  switch (form) {
    case 'kept':
      return html`<code class="kept">${filling.draft.fields[name('kept')] ?? ''}</code>`
    case 'certificate':
      return html`${standardField(i, filling)} ${unit}
      ${line(filling, { name: name('kind'), label: words.kind, list: 'kinds' })}`
    case 'readings':
      return html`${lines(filling, { name: name('figure'), label: words.figure.readings, hint: words.readingsHint, rows: 4, isReadings: true })}
      ${unit}`
    case 'pooled':
      return html`${estimate} ${unit} ${figure(words.figure.pooled)} ${factor(words.factor.pooled)} ${freedom}`
    case 'standard':
      return html`${estimate} ${unit} ${figure(words.figure.standard)} ${freedom}`
    case 'expanded':
      return html`${estimate} ${unit} ${figure(words.figure.expanded)} ${factor(words.factor.expanded)}
      ${freedom}`
    case 'constant':
      return html`${estimate} ${unit}`
    default:
      return html`${estimate} ${unit} ${figure(words.figure.other)}`
  }
}

function standardField(i: number, filling: Filling): Html {
  const { fields, standards } = filling.draft
  const words = calibrationWords[filling.language]
  const current = fields[inputField(i, 'from')] ?? ''
  const candidates = standards.get(kindOfRow(fields, i))?.items ?? []
  const options = candidates.map((each) => ({ each, value: valueOf(each.from, current) }))
  const isListed = current === '' || options.some(({ value }) => value === current)
  const inUse: Option[] = isListed ? [] : [{ value: current, label: nameOf(current) }]
  const refused = options.filter(({ each }) => !each.admissible)
  return html`<div class="wide-field" id="${inputField(i, 'standard')}" data-part>
    ${chosen(filling, {
      name: inputField(i, 'from'),
      label: words.standard,
      options: [
        { value: '', label: words.choose },
        ...inUse,
        ...options
          .filter(({ each }) => each.admissible)
          .map(({ each, value }) => ({ value, label: labelOf(each) })),
        ...(refused.length > 0
          ? [
              {
                group: words.otherStandards,
                options: refused.map(({ each, value }) => ({
                  value,
                  label: `${labelOf(each)} · ${each.findings.find(({ outcome }) => outcome === 'fail')?.code ?? ''}`,
                  // One that was chosen before stays chosen: what is wrong with it is said below.
                  isDisabled: value !== current,
                })),
              },
            ]
          : []),
      ],
    })}
    ${when(current !== '' && !isListed, () => html`<span class="small">${nameOf(current)}</span>`)}
  </div>`
}

/** The same place may be named with and without its version. */
function valueOf(from: Upstream, current: string): string {
  const value = JSON.stringify(from)
  if (value === current || !('certificate' in from)) return value
  try {
    const named = JSON.parse(current) as Partial<Extract<Upstream, { certificate: string }>>
    const isSame =
      named.certificate === from.certificate &&
      (named.result === undefined || named.result === from.result) &&
      (named.version === undefined || named.version === from.version)
    return isSame ? current : value
  } catch {
    return value
  }
}

function nameOf(from: string): string {
  try {
    const named = JSON.parse(from) as Readonly<Record<string, string | undefined>>
    return [named['certificate'], named['result'], named['reference'], named['equipment']]
      .filter(Boolean)
      .join(' ')
  } catch {
    return from
  }
}

export function labelOf({ from, equipment, reported }: CandidateStandard): string {
  const certificate = 'certificate' in from ? `${from.certificate} ${from.result ?? ''}` : ''
  const U = reported.expandedUncertainty
  const value = `${numberText(reported.value)}${U === undefined ? '' : ` ± ${numberText(U)}`}`
  return `${equipment.code} · ${certificate} · ${withUnit(value, reported.unit)}`
}
