import {
  notANumber,
  numberOutOfRange,
  numberTooLong,
  numberUnderflows,
} from '#metrology/quantity/quantity.refusals.ts'
import {
  otherDimension,
  otherKind,
  unknownUnit,
  unreadableUnit,
} from '#metrology/quantity/unit/unit.refusals.ts'
import { defineRefusal } from '#refusal.ts'

export const unitOfOtherDimension = defineRefusal({
  code: 'measurand-kind.unit-of-other-dimension',
  kind: 'unprocessable',
  title: { en: 'The unit does not fit the kind of measurand', zh: '单位与被测量类别的量纲不符' },
})

export const rangeReversed = defineRefusal({
  code: 'measurand-kind.range-reversed',
  kind: 'unprocessable',
  title: { en: 'The lower end of a range lies above the upper', zh: '范围下限大于上限' },
})

/** What reading a stated number or unit may refuse. */
export const statedQuantityRefusals = [
  notANumber,
  numberTooLong,
  numberOutOfRange,
  numberUnderflows,
  unknownUnit,
  unreadableUnit,
  otherDimension,
  otherKind,
] as const

export const statedRangeRefusals = [...statedQuantityRefusals, unitOfOtherDimension, rangeReversed] as const
