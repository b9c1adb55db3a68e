import { defineRefusal } from '#refusal.ts'

const refusal = (word: string, en: string, zh: string) =>
  defineRefusal({ code: `recalibration.${word}`, kind: 'unprocessable', title: { en, zh } })

export const countImpossible = refusal(
  'count-impossible',
  'Counts of calibrations are whole numbers, and no more were in tolerance than there were',
  '校准次数须为整数,且合格次数不得多于总次数',
)
export const tooFewChanges = refusal(
  'too-few-changes',
  'More changes are needed than the drift has coefficients',
  '变化量的数目必须多于漂移的系数数目',
)
export const timesDoNotDetermine = refusal(
  'times-do-not-determine',
  'The times of the changes do not determine the drift',
  '各变化量的时间不能唯一确定漂移',
)
export const alreadyReached = refusal(
  'already-reached',
  'The target is missed already on the day of calibration',
  '在校准当日即已不满足目标',
)
export const limitsReversed = refusal(
  'limits-reversed',
  'The lower limit is below the upper limit',
  '下限必须小于上限',
)
