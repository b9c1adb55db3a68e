import { defineRefusal } from '#refusal.ts'

const refusal = (word: string, en: string, zh: string) =>
  defineRefusal({ code: `statistics.${word}`, kind: 'unprocessable', title: { en, zh } })

export const noReplication = refusal(
  'no-replication',
  'No group has more than one value, so that nothing is known of the scatter within groups',
  '各组均只有一个值,无法得知组内离散',
)
export const tooFewGroups = refusal(
  'too-few-groups',
  'Groups are compared where there are at least two of them',
  '至少有两组才能进行组间比较',
)
export const notBalanced = refusal(
  'not-balanced',
  'A nested analysis needs as many readings in every cell and as many cells in every group',
  '嵌套方差分析要求各组单元数相同、各单元读数次数相同',
)
export const notWhole = refusal('not-whole', 'A number of readings is a whole number', '读数次数必须为整数')
export const notSettled = refusal('not-settled', 'The robust mean does not settle', '稳健均值的迭代未收敛')
