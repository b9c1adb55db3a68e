import { defineRefusal } from '#refusal.ts'

export const unknownImport = defineRefusal({
  code: 'imports.unknown',
  kind: 'absent',
  title: { en: 'There is no such import', zh: '没有该批量导入' },
})

export const rowsRefused = defineRefusal({
  code: 'imports.refused',
  kind: 'unprocessable',
  title: {
    en: 'Some rows of the file are refused, so none of it was recorded',
    zh: '文件中有记录被拒绝，整个文件均未登记',
  },
})

export const tooManyRows = defineRefusal({
  code: 'imports.too-many-rows',
  kind: 'too-large',
  title: { en: 'The file has more rows than are taken as a whole', zh: '文件行数超过一次整体导入的上限' },
})

export const noRowsInFile = defineRefusal({
  code: 'imports.empty',
  kind: 'malformed',
  title: { en: 'The file has no record', zh: '文件中没有记录' },
})

export const encodingUnclear = defineRefusal({
  code: 'imports.encoding-unclear',
  kind: 'malformed',
  title: { en: 'In which characters the file is written is not clear', zh: '无法确定文件的字符编码' },
})

export const columnUnknown = defineRefusal({
  code: 'imports.column-unknown',
  kind: 'malformed',
  title: { en: 'The heading names a column that is not known, or one twice', zh: '表头含有未知或重复的列' },
})

export const columnMissing = defineRefusal({
  code: 'imports.column-missing',
  kind: 'malformed',
  title: { en: 'A column is missing without which no row can be recorded', zh: '缺少必需的列' },
})

export const tooManyAtOnce = defineRefusal({
  code: 'imports.too-many-at-once',
  kind: 'exhausted',
  title: { en: 'Enough imports are under way', zh: '正在进行的导入过多' },
})

export const takenOver = defineRefusal({
  code: 'imports.taken-over',
  kind: 'conflict',
  title: { en: 'The import goes on in another request', zh: '该导入正由另一请求继续进行' },
})

export const stopping = defineRefusal({
  code: 'imports.broken-off',
  kind: 'unavailable',
  title: {
    en: 'The service stops; the same file with the same Idempotency-Key goes on where it is',
    zh: '服务正在停止；以相同幂等键重新发送同一文件即可继续',
  },
})

export const notAnExport = defineRefusal({
  code: 'imports.kcdb-unreadable',
  kind: 'malformed',
  title: { en: 'The file is no answer of the KCDB', zh: '文件不是 KCDB 的查询结果' },
})

export const severalInstitutes = defineRefusal({
  code: 'imports.kcdb-several-institutes',
  kind: 'unprocessable',
  title: { en: 'The file has records of several institutes', zh: '文件含有多个机构的条目' },
})
