import { defineRefusal } from '#refusal.ts'

export const tooManyWait = defineRefusal({
  code: 'compute.too-many-wait',
  kind: 'exhausted',
  title: { en: 'Too many long computations wait already', zh: '等待中的长时间计算过多' },
})
