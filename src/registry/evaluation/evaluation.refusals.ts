import { defineRefusal } from '#refusal.ts'

export const kindUnknown = defineRefusal({
  code: 'evaluation.kind-unknown',
  kind: 'absent',
  title: { en: 'There is no such kind of task', zh: '没有此类任务' },
})
