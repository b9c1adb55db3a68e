import { convertValue } from '#metrology/quantity/convert.ts'
import { parseUnit } from '#metrology/quantity/parse-unit.ts'
import { Refusal } from '#refusal.ts'
import type { Place } from '../../content-model/place.ts'
import type { DccForm, RealForm } from './dcc-quantity.ts'
import { warn, type Reader } from '../reader.ts'

/** Of two writings of one value, the coarser one is taken to be rounded by one unit of its last digit. */
export function checkHybrid(reader: Reader, place: Place, forms: readonly DccForm[]): void {
  const [first, ...others] = forms.filter((form): form is RealForm => form.kind !== 'complex')
  if (!first) return
  for (const other of others) {
    const at = first.values.findIndex((value, i) => disagree(first, other, value, i))
    if (at < 0) continue
    warn(reader, place, 'hybrid-disagrees', {
      en: `Value ${at + 1} is ${told(first, at)} and ${told(other, at)}, which is not the same`,
      zh: `第 ${at + 1} 个值 ${told(first, at)} 与 ${told(other, at)} 不一致`,
    })
  }
}

const entry = <T>(list: readonly T[], at: number): T | undefined => (list.length === 1 ? list[0] : list[at])

const told = (form: RealForm, at: number): string =>
  `${entry(form.values, at) ?? 'NaN'} ${entry(form.units, at)?.written ?? ''}`

function disagree(first: RealForm, other: RealForm, value: string | null, at: number): boolean {
  const from = entry(first.units, at)?.symbol
  const to = entry(other.units, at)?.symbol
  const stated = entry(other.values, at)
  if (value === null || typeof stated !== 'string' || from === undefined || to === undefined) return false
  try {
    const [a, b] = [parseUnit(from), parseUnit(to)]
    const step = stepOf(value) * Math.abs(convertValue(1, a, b) - convertValue(0, a, b)) + stepOf(stated)
    return Math.abs(convertValue(Number(value), a, b) - Number(stated)) > step * 1.000001
  } catch (error) {
    // Units of different kinds are no two writings of one value either.
    if (error instanceof Refusal) return true
    throw error
  }
}

/** One unit of the last digit that was written. */
function stepOf(text: string): number {
  const [, decimals = '', exponent = '0'] = /^[-+]?\d*\.?(\d*)(?:[Ee]([-+]?\d+))?$/.exec(text) ?? []
  return 10 ** (Number(exponent) - decimals.length)
}
