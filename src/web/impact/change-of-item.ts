import type { ImpactItem } from '#contract/types.ts'
import { significant } from '#faces/numbers.ts'
import type { PageLanguage } from '#faces/page.ts'
import type { Tone } from '../graph/graph.ts'
import { impactWords } from './words.ts'

/** By how much of its U a result would move; nothing where one of them is not known. */
export function movedBy({ before, after }: ImpactItem): number | undefined {
  if (before.estimate === undefined || after.estimate === undefined || !before.U) return undefined
  return Math.abs(after.estimate - before.estimate) / before.U
}

/** A tenth of U is what a decision rule would not notice. */
const noticed = 0.1

export function toneOfItem(item: ImpactItem, isSupposed: boolean): Tone {
  if (!isSupposed) return 'quiet'
  if (item.flipped || item.lost === true) return 'bad'
  const moved = movedBy(item) ?? 0
  if (moved > 1) return 'suspect'
  return moved > noticed || hasOtherU(item) ? 'caution' : 'good'
}

const hasOtherU = ({ before, after }: ImpactItem): boolean =>
  before.U !== undefined && after.U !== undefined && Math.abs(after.U / before.U - 1) > noticed

export function changeText(item: ImpactItem, isSupposed: boolean, language: PageLanguage): string {
  const words = impactWords[language]
  if (!isSupposed) return words.rests
  if (item.lost === true) return words.lost
  if (item.flipped) return words.flipped
  const moved = movedBy(item)
  return moved === undefined || moved < 0.005 ? words.holds : words.moves(significant(moved, 2))
}
