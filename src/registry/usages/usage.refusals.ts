import { defineRefusal } from '#refusal.ts'

export const unknownUsage = defineRefusal({
  code: 'usage.unknown',
  kind: 'absent',
  title: { en: 'There is no such record of use', zh: '没有这条使用记录' },
})

export const noSuchEquipment = defineRefusal({
  code: 'usage.equipment-not-registered',
  kind: 'unprocessable',
  title: { en: 'The record names equipment that does not exist', zh: '使用记录引用了不存在的设备' },
})

export const usedInFuture = defineRefusal({
  code: 'usage.in-future',
  kind: 'unprocessable',
  title: { en: 'A use is recorded after it has happened', zh: '使用记录只能在使用之后登记' },
})

export const foreignOperator = defineRefusal({
  code: 'usage.foreign-operator',
  kind: 'unprocessable',
  title: {
    en: 'The operator belongs to another organization than the equipment',
    zh: '操作人员与设备不属于同一机构',
  },
})

export const wasOverdue = defineRefusal({
  code: 'usage.overdue',
  kind: 'conflict',
  title: { en: 'The equipment was overdue for calibration', zh: '该设备当时已超过校准周期' },
})

export const wasQuarantined = defineRefusal({
  code: 'usage.quarantined',
  kind: 'conflict',
  title: { en: 'The equipment was in quarantine', zh: '该设备当时处于隔离状态' },
})

export const windowReversed = defineRefusal({
  code: 'usage.window-reversed',
  kind: 'unprocessable',
  title: { en: 'The window ends before it begins', zh: '时间窗口的结束早于开始' },
})
