import { html } from 'hono/html'
import type { EquipmentRecord, MeasuringInterval } from '#contract/types.ts'
import { numberText, quantityText, withUnit } from '#faces/numbers.ts'
import { facts } from '../ground/blocks/facts.ts'
import { table } from '../ground/blocks/table.ts'
import { section } from '../ground/html.ts'
import { day } from '../ground/moments.ts'
import type { Html, Visit } from '../ground/page-route.ts'
import type { Item } from './read-item.ts'
import { equipmentWords } from './words.ts'

type Language = Visit['language']

export function factsSection({ equipment, inventory }: Item, language: Language): Html {
  const words = equipmentWords[language]
  const { usedBy, driftAllowance, calibrationIntervalMonths: months } = equipment
  const uses = { value: words.byValue, class: words.byClass } as const
  const stated: [string, string | Html | undefined][] = [
    [words.code, html`<code>${equipment.code}</code>`],
    [words.manufacturer, equipment.manufacturer],
    [words.modelAlone, equipment.model],
    [words.serialNumber, html`<code>${equipment.serialNumber}</code>`],
    [words.owner, equipment.owner],
    [words.level, words[equipment.level]],
    [words.usedBy, usedBy && uses[usedBy]],
    [words.state, words[equipment.state]],
    [words.location, equipment.location],
    [words.firmware, equipment.firmware],
    [words.interval, months === undefined ? undefined : words.months(months)],
    [words.mandatory, equipment.mandatoryVerification ? words.yes : undefined],
    [words.driftAllowance, driftAllowance && quantityText(driftAllowance)],
    [words.nextDue, inventory?.due === undefined ? undefined : day(inventory.due, language)],
  ]
  return html`<section class="equipment-facts" aria-label="${words.equipment}">
    ${facts(stated.flatMap(([label, text]) => (text === undefined ? [] : [{ label, text }])))}
  </section>`
}

export function componentsSection({ components }: EquipmentRecord, language: Language): Html {
  const words = equipmentWords[language]
  const rows = components.flatMap(({ code, intervals = [] }) =>
    intervals.map((interval) => rowOf(code, interval)),
  )
  return section(
    'components',
    words.components,
    rows.length === 0
      ? html`<p>${words.noIntervals}</p>`
      : table({
          caption: words.components,
          columns: [
            { head: words.component },
            { head: words.measurandKind },
            { head: words.range },
            { head: words.resolution, isFigure: true },
            { head: words.error, isFigure: true },
            { head: words.accuracyClass },
          ],
          rows,
        }),
  )
}

function rowOf(code: string, interval: MeasuringInterval): (string | Html)[] {
  const { measurandKind, range, resolution, maximumPermissibleError, accuracyClass } = interval
  const isPoint = String(range.lower) === String(range.upper)
  const lower = isPoint ? '' : `${numberText(range.lower)} … `
  return [
    html`<code>${code}</code>`,
    measurandKind,
    `${lower}${withUnit(numberText(range.upper), range.unit)}`,
    resolution === undefined ? '' : withUnit(numberText(resolution), range.unit),
    maximumPermissibleError === undefined
      ? ''
      : `±${withUnit(numberText(maximumPermissibleError), range.unit)}`,
    accuracyClass ?? '',
  ]
}
