import { defineRefusal } from '#refusal.ts'

export const noSuchSeries = defineRefusal({
  code: 'equipment.no-such-series',
  kind: 'absent',
  title: { en: 'There are no results at this point', zh: '该点没有校准结果' },
})
