import { defineRefusal } from '#refusal.ts'

export const kindUnknown = defineRefusal({
  code: 'evaluation.kind-unknown',
  kind: 'absent',
  title: { en: 'There is no such kind of task', zh: '没有此类任务' },
})

/** Nobody reads it; it is no fault of the service, and stands in no log of faults. */
export const askerGone = defineRefusal({
  code: 'evaluation.asker-gone',
  kind: 'unavailable',
  title: { en: 'The client went away before the answer was there', zh: '客户端在得到答复之前已断开' },
})
