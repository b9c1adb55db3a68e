import { defineRefusal } from '#refusal.ts'

const refusal = (word: string, en: string, zh: string) =>
  defineRefusal({ code: `task.${word}`, kind: 'unprocessable', title: { en, zh } })

export const memberMissing = refusal(
  'member-missing',
  'The method needs a member that is not stated',
  '该方法所需的成员未给出',
)
export const memberNotUsed = refusal(
  'member-not-used',
  'A stated member is not used by the method',
  '给出的成员不为该方法所用',
)
export const membersExclusive = refusal(
  'members-exclusive',
  'Two members state the same thing in two ways',
  '两个成员以两种方式给出同一内容',
)
export const numberNotPositive = refusal(
  'number-not-positive',
  'A number has to be greater than zero',
  '数值必须大于零',
)
export const numberNegative = refusal('number-negative', 'A number must not be negative', '数值不得为负')
export const numberOutOfRange = refusal(
  'number-out-of-range',
  'A number is outside of what the method allows',
  '数值超出该方法允许的范围',
)
export const lengthsDiffer = refusal(
  'lengths-differ',
  'Lists that belong together have different lengths',
  '应相互对应的列表长度不同',
)
export const tooFew = refusal('too-few', 'The method needs more values', '该方法需要更多的值')
export const methodsOverlap = refusal(
  'methods-overlap',
  'Two of the methods answer under the same name; ask for them in two tasks',
  '两种方法的结果同名,请分作两个任务',
)
