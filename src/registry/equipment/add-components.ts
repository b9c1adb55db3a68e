import type { EntityManager } from '@mikro-orm/postgresql'
import { v7 } from 'uuid'
import type { EquipmentComponent, MeasuringInterval as IntervalStated } from '#contract/types.ts'
import { statedRangeOf } from '#metrology/measurand-kind/stated-range.ts'
import { within } from '#refusal.ts'
import type { MeasurandKind } from '../measurand-kinds/measurand-kind.entity.ts'
import { measurandKindNamed } from '../measurand-kinds/measurand-kind.queries.ts'
import { Component } from './component.entity.ts'
import { positive } from './state-equipment.ts'
import type { Equipment } from './equipment.entity.ts'
import { componentRepeated } from './equipment.refusals.ts'
import { MeasuringInterval } from './measuring-interval.entity.ts'

export interface ComponentsAdded {
  readonly equipment: Equipment
  readonly components: readonly EquipmentComponent[]
  /** Where in the body they stand. */
  readonly pointer: string
}

/** What is calibrated by itself: a channel that was never calibrated must not live on the calibration of another. */
export async function addComponents(
  em: EntityManager,
  { equipment, components, pointer }: ComponentsAdded,
  now: Date,
): Promise<void> {
  const kinds = new Map<string, MeasurandKind>()
  const known = new Set(equipment.components.getItems().map(({ code }) => code))
  for (const [i, { code, name = null, intervals = [] }] of components.entries()) {
    const place = components.length === 1 && pointer === '' ? '' : `${pointer}/${i}`
    if (known.has(code)) {
      const detail = { en: `${equipment.code} has ${code} already`, zh: `部件 ${code} 已存在` }
      throw componentRepeated(detail, {}, { pointer: `${place}/code` })
    }
    known.add(code)
    const component = em.create(Component, { id: v7(), equipment, code, name, recordedAt: now })
    for (const [j, interval] of intervals.entries()) {
      await addInterval(em, { component, interval, kinds, pointer: `${place}/intervals/${j}` }, now)
    }
  }
}

interface IntervalAdded {
  readonly component: Component
  readonly interval: IntervalStated
  /** The kinds that were read already: an instrument of many channels names the same few again and again. */
  readonly kinds: Map<string, MeasurandKind>
  readonly pointer: string
}

async function addInterval(em: EntityManager, asked: IntervalAdded, now: Date): Promise<void> {
  const { component, interval, kinds, pointer } = asked
  const { measurandKind: code } = interval
  const { resolution, maximumPermissibleError, accuracyClass = null } = interval
  const measurandKind = kinds.get(code) ?? (await measurandKindNamed(em, code, `${pointer}/measurandKind`))
  kinds.set(code, measurandKind)
  const range = within(`${pointer}/range`, () => statedRangeOf(measurandKind, interval.range))
  const figure = (name: string, stated: string | number | undefined) =>
    stated === undefined ? null : within(`${pointer}/${name}`, () => positive(stated))
  em.create(MeasuringInterval, {
    id: v7(),
    component,
    measurandKind,
    ...range,
    resolution: figure('resolution', resolution),
    maximumPermissibleError: figure('maximumPermissibleError', maximumPermissibleError),
    accuracyClass,
    recordedAt: now,
  })
}
