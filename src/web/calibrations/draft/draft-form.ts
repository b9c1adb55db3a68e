import { html } from 'hono/html'
import { attribute, section, when } from '../../ground/html.ts'
import type { Html } from '../../ground/page-route.ts'
import { calibrationWords } from '../words.ts'
import { chosen, hidden, line, lines, type Filling } from './controls.ts'
import { baseOf, positionOf } from './entry-of-fields.ts'
import { inputRows } from './input-rows.ts'

/** The form of a calibration: the work, and one result at a time. It needs no script. */
export const draftForm = (action: string, filling: Filling): Html =>
  html`<form method="post" action="${action}" class="draft" data-live novalidate>
    ${['base', 'position', 'version', 'inputs'].map((name) => hidden(name, filling.draft.fields[name] ?? ''))}
    <button class="unseen" name="act" value="compute" tabindex="-1" aria-hidden="true"></button>
    ${workFields(filling)} ${resultFields(filling)}
  </form>`

function workFields(filling: Filling): Html {
  const words = calibrationWords[filling.language]
  return section(
    'work',
    words.work,
    html`<div class="fields">
        ${line(filling, { name: 'equipment', label: words.equipment, list: 'equipment-list' })}
        ${line(filling, { name: 'component', label: words.component })}
        ${line(filling, { name: 'method', label: words.method, list: 'methods' })}
        ${line(filling, { name: 'competence', label: words.competence, list: 'competences' })}
        ${line(filling, { name: 'operator', label: words.operator, list: 'people' })}
        ${line(filling, { name: 'laboratory', label: words.laboratory })}
        ${line(filling, { name: 'started', label: words.started, type: 'datetime-local' })}
        ${line(filling, { name: 'finished', label: words.finished, type: 'datetime-local' })}
        ${line(filling, { name: 'zone', label: words.zone })}
        ${line(filling, { name: 'place', label: words.place })}
      </div>
      <h3>${words.surroundings}</h3>
      <div class="fields tight">
        ${(['temperature', 'humidity', 'pressure'] as const).map(
          (name) =>
            html`${line(filling, { name, label: words[name] })}
            ${line(filling, { name: `${name}-u`, label: `${words[name].split(' / ')[0]}: ${words.standardUncertainty}` })}`,
        )}
      </div>
      <details>
        <summary>${words.more}</summary>
        <div class="fields">
          ${chosen(filling, {
            name: 'certificateKind',
            label: words.certificateKind,
            options: Object.entries(words.certificateKinds).map(([value, label]) => ({ value, label })),
          })}
          ${line(filling, { name: 'certificateNumber', label: words.certificateNumber })}
          ${line(filling, { name: 'customer', label: words.customer })}
          ${line(filling, { name: 'validUntil', label: words.validUntil, type: 'date' })}
          ${line(filling, { name: 'received', label: words.received, type: 'date' })}
          ${lines(filling, { name: 'itemCondition', label: words.itemCondition })}
          ${lines(filling, { name: 'deviation', label: words.deviation })}
          ${lines(filling, { name: 'asFoundOmitted', label: words.asFoundOmitted })}
          ${lines(filling, { name: 'lateReason', label: words.lateReason })}
          ${lines(filling, { name: 'remarks', label: words.remarks })}
        </div>
      </details>`,
  )
}

function resultFields(filling: Filling): Html {
  const words = calibrationWords[filling.language]
  return section(
    'result',
    words.result,
    html`${otherResults(filling)}
      <div class="fields">
        ${line(filling, { name: 'code', label: words.code })}
        ${line(filling, { name: 'measurandKind', label: words.measurandKind, list: 'kinds' })}
        ${chosen(filling, {
          name: 'stage',
          label: words.stage,
          options: Object.entries(words.stages).map(([value, label]) => ({ value, label })),
        })}
        ${line(filling, { name: 'nominal', label: words.nominal })}
        ${line(filling, { name: 'nominalUnit', label: words.nominalUnit })}
        ${line(filling, { name: 'unit', label: words.unit })}
      </div>
      <div class="fields">
        ${lines(filling, { name: 'model', label: words.model, hint: words.modelHint })}
        ${line(filling, { name: 'output', label: words.output })}
        ${lines(filling, { name: 'parameters', label: words.parameters })}
      </div>
      <h3 id="inputs">${words.inputs}</h3>
      <div class="input-cards">${inputRows(filling)}</div>
      <div class="actions start">
        <button class="second" name="act" value="add-input">${words.addInput}</button>
        <button class="second" name="act" value="refresh">${words.refresh}</button>
      </div>
      <div class="fields">
        ${chosen(filling, {
          name: 'coverage',
          label: words.coverage,
          options: [
            { value: 'k', label: words.byFactor },
            { value: 'probability', label: words.byProbability },
          ],
        })}
        ${line(filling, { name: 'coverageValue', label: words.coverageValue })}
        ${lines(filling, { name: 'correlations', label: words.correlations })}
      </div>
      <details ${attribute('open', (filling.draft.fields['rule'] ?? 'none') !== 'none')}>
        <summary>${words.conformity}</summary>
        <div class="fields">
          ${chosen(filling, {
            name: 'rule',
            label: words.rule,
            options: Object.entries(words.rules).map(([value, label]) => ({ value, label })),
          })}
          ${line(filling, { name: 'lowerLimit', label: words.lowerLimit })}
          ${line(filling, { name: 'upperLimit', label: words.upperLimit })}
          ${line(filling, { name: 'limitUnit', label: words.limitUnit })}
          ${line(filling, { name: 'specification', label: words.specification })}
        </div>
      </details>
      <div class="actions">
        <button class="second" name="act" value="compute">${words.compute}</button>
        <button name="act" value="save">${words.save}</button>
      </div>`,
  )
}

/** The results that are there already; the one that is shown is marked. */
function otherResults(filling: Filling): Html {
  const words = calibrationWords[filling.language]
  const { fields } = filling.draft
  const results = baseOf(fields).results ?? []
  const current = positionOf(fields)
  return html`<div class="actions start">
    ${when(
      results.length > 1,
      () =>
        html`${results.map(
          ({ code }, i) =>
            html`<button
              class="second"
              name="act"
              value="result-${i}"
              ${attribute('aria-current', i === current && 'true')}
            >
              ${(i === current ? fields['code'] : code) || i + 1}
            </button>`,
        )}`,
    )}
    <button class="second" name="act" value="add-result">${words.addResult}</button>
    ${when(
      results.length > 1,
      () => html`<button class="plain" name="act" value="remove-result">${words.removeResult}</button>`,
    )}
  </div>`
}
