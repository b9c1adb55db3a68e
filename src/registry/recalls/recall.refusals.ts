import { defineRefusal } from '#refusal.ts'

export const unknownRecall = defineRefusal({
  code: 'recall.unknown',
  kind: 'absent',
  title: { en: 'There is no such recall', zh: '没有该召回' },
})

export const recallCodeTaken = defineRefusal({
  code: 'recall.code-taken',
  kind: 'conflict',
  title: { en: 'Another recall has this code', zh: '召回编号已被使用' },
})

export const nothingAffected = defineRefusal({
  code: 'recall.nothing-affected',
  kind: 'unprocessable',
  title: { en: 'No result rests on the subject', zh: '没有结果依赖于该对象' },
})

export const itemUnknown = defineRefusal({
  code: 'recall.item-unknown',
  kind: 'unprocessable',
  title: { en: 'The recall does not concern this result', zh: '该召回不涉及此结果' },
})

export const nothingLeftToDecide = defineRefusal({
  code: 'recall.nothing-left-to-decide',
  kind: 'conflict',
  title: { en: 'There is no such item without a disposition', zh: '没有符合条件且未处置的项目' },
})

export const itemsUndecided = defineRefusal({
  code: 'recall.items-undecided',
  kind: 'conflict',
  title: { en: 'A recall is closed when every item has a disposition', zh: '所有项目均已处置后方可关闭召回' },
})

export const recallClosed = defineRefusal({
  code: 'recall.closed',
  kind: 'conflict',
  title: { en: 'The recall is closed; it can be reopened', zh: '召回已关闭，可重新打开' },
})

export const recallNotClosed = defineRefusal({
  code: 'recall.not-closed',
  kind: 'conflict',
  title: { en: 'The recall is not closed', zh: '召回未关闭' },
})

export const nothingToAcknowledge = defineRefusal({
  code: 'recall.nothing-to-acknowledge',
  kind: 'conflict',
  title: { en: 'Your organization has no notice that waits for it', zh: '贵机构没有待确认的通知' },
})
