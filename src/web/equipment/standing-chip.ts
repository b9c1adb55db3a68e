import type { InventoryStanding } from '#contract/types.ts'
import { chip } from '../ground/blocks/chip.ts'
import type { Tone } from '../ground/blocks/tone.ts'
import type { Html, Visit } from '../ground/page-route.ts'
import { equipmentWords } from './words.ts'

export const standings = [
  'never-calibrated',
  'overdue',
  'soon',
  'in-force',
  'no-programme',
  'out-of-use',
] as const satisfies readonly InventoryStanding[]

export const toneOfStanding: Readonly<Record<InventoryStanding, Tone>> = {
  'never-calibrated': 'bad',
  overdue: 'bad',
  soon: 'caution',
  'in-force': 'good',
  'no-programme': 'quiet',
  'out-of-use': 'quiet',
}

/** How a count of devices looks: none that is overdue alarms nobody. */
export const toneOfCount = (standing: InventoryStanding, count: number): Tone =>
  count === 0 ? 'quiet' : toneOfStanding[standing]

export const standingChip = (standing: InventoryStanding, language: Visit['language']): Html =>
  chip(toneOfStanding[standing], equipmentWords[language][standing])
