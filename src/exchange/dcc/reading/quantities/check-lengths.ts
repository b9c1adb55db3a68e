import type { Place } from '../../content-model/place.ts'
import type { DccForm, DccQuantity } from './dcc-quantity.ts'
import { fault, type Reader } from '../reader.ts'

/** A member of a list has one entry for all values, or one for each (GUIDE of D-SI, lists). */
const fits = (length: number, points: number): boolean => length <= 1 || length === points

export const pointsOf = (form: DccForm): number =>
  form.kind === 'complex' ? form.first.length : form.values.length

/** How many points a quantity has: numbers, or words; 0 where it has neither. */
export function lengthOf({ forms, words }: Pick<DccQuantity, 'forms' | 'words'>): number {
  const [first] = forms
  return first ? pointsOf(first) : (words?.length ?? 0)
}

export function checkForms(reader: Reader, place: Place, forms: readonly DccForm[]): void {
  const [first] = forms
  if (!first) return
  const points = pointsOf(first)
  if (points === 0) tell(reader, place, 'the list of values', 0, 1)
  for (const form of forms) {
    if (pointsOf(form) !== points) tell(reader, place, 'the same in another unit', pointsOf(form), points)
    for (const [member, length] of lengthsOf(form)) {
      if (!fits(length, points)) tell(reader, place, member, length, points)
    }
  }
}

function lengthsOf(form: DccForm): readonly (readonly [string, number])[] {
  const { units, labels, times } = form
  const common = [
    ['units', units.length],
    ['labels', labels.length],
    ['times', times.length],
  ] as const
  if (form.kind === 'complex') {
    return [...common, ['second part', form.second.length], ['units of phase', form.phaseUnits.length]]
  }
  const { uncertainty } = form
  if (!uncertainty) return common
  return [
    ...common,
    ['uncertainties', uncertainty.values.length],
    ['coverage factors', uncertainty.coverageFactors.length],
    ['coverage probabilities', uncertainty.coverageProbabilities.length],
    ['lower ends', uncertainty.lower.length],
    ['upper ends', uncertainty.upper.length],
    ['distributions', uncertainty.distributions.length],
  ]
}

/** Something that is said of the points of a quantity: once for all, or once for each. */
export function checkMember(
  reader: Reader,
  place: Place,
  member: { readonly name: string; readonly length: number },
  points: number,
): void {
  if (!fits(member.length, points)) tell(reader, place, member.name, member.length, points)
}

/** The columns of a table: rows go by position, so every column has one entry, or as many as the others. */
export function checkColumns(reader: Reader, place: Place, lengths: readonly number[]): void {
  const rows = Math.max(0, ...lengths)
  const odd = lengths.find((length) => !fits(length, rows))
  if (odd !== undefined) tell(reader, place, 'one column', odd, rows)
}

function tell(reader: Reader, place: Place, member: string, length: number, points: number): void {
  fault(reader, place, 'list-length', {
    en: `${member}: ${length} where there are ${points}; one for all or one for each is possible`,
    zh: `长度不一致：${member} 为 ${length}，应为 1 或 ${points}`,
  })
}
