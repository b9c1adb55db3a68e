import { defineRefusal } from '#refusal.ts'

export const workbookUnreadable = defineRefusal({
  code: 'workbook.unreadable',
  kind: 'malformed',
  title: { en: 'The file is no XLSX workbook that can be read', zh: '文件不是可读取的 XLSX 工作簿' },
})

export const workbookTooLarge = defineRefusal({
  code: 'workbook.too-large',
  kind: 'too-large',
  title: { en: 'Unpacked, the workbook is greater than may be', zh: '工作簿解压后过大' },
})

export const noSuchSheet = defineRefusal({
  code: 'workbook.no-such-sheet',
  kind: 'malformed',
  title: { en: 'The workbook has no such sheet', zh: '工作簿中没有该工作表' },
})
