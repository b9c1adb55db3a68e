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

export const restricted = defineRefusal({
  code: 'usage.restricted',
  kind: 'conflict',
  title: { en: 'The equipment was barred from this use', zh: '该设备当时被限制用于此用途' },
})

export const windowReversed = defineRefusal({
  code: 'usage.window-reversed',
  kind: 'unprocessable',
  title: { en: 'The window ends before it begins', zh: '时间窗口的结束早于开始' },
})

export const csvUnreadable = defineRefusal({
  code: 'usage.csv-unreadable',
  kind: 'malformed',
  title: { en: 'The file is not CSV by RFC 4180', zh: '文件不是符合 RFC 4180 的 CSV' },
})

export const csvEmpty = defineRefusal({
  code: 'usage.csv-empty',
  kind: 'malformed',
  title: { en: 'The file has no record below its heading', zh: '文件除表头外没有记录' },
})

export const csvTooLong = defineRefusal({
  code: 'usage.csv-too-long',
  kind: 'too-large',
  title: { en: 'The file has more records than are taken at once', zh: '文件记录数超过一次可导入的数量' },
})

export const csvColumnUnknown = defineRefusal({
  code: 'usage.csv-column-unknown',
  kind: 'malformed',
  title: { en: 'The heading names a column that is not known, or one twice', zh: '表头含有未知或重复的列' },
})

export const usagesRefused = defineRefusal({
  code: 'usage.file-refused',
  kind: 'unprocessable',
  title: {
    en: 'Some records of the file are refused, so none of it was recorded',
    zh: '文件中有记录被拒绝，整个文件均未登记',
  },
})
