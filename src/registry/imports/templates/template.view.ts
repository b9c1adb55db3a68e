import { byteOrderMark, tableLine } from '#exchange/tables/write-csv.ts'
import { writeSheets } from '#exchange/tables/write-sheet.ts'
import type { Language } from '#http/language.ts'
import type { CellKind, Column, Sheet, Words } from '../sheets/sheet.ts'

/** An empty table with one example: the headings are those that the import reads. */
export const templateAsCsv = (sheet: Sheet, language: Language): string =>
  byteOrderMark + tableLine(headings(sheet, language)) + tableLine(examples(sheet))

/** The same as a workbook, with a second sheet that says what belongs in each column. */
export const templateAsXlsx = (sheet: Sheet, language: Language): Promise<Uint8Array> =>
  writeSheets([
    { name: sheet.title[language], heading: headings(sheet, language), rows: [examples(sheet)] },
    {
      name: words.columns[language],
      heading: [words.column, words.identifier, words.needed, words.form, words.about, words.example].map(
        (word) => word[language],
      ),
      rows: sheet.columns.map((column) => explained(column, language)),
    },
  ])

const headings = ({ columns }: Sheet, language: Language): string[] =>
  columns.map(({ name }) => name[language])

const examples = ({ columns }: Sheet): string[] => columns.map(({ example }) => example)

const words = {
  columns: { en: 'Columns', zh: '填写说明' },
  column: { en: 'Column', zh: '列名' },
  identifier: { en: 'Heading for programs', zh: '程序用列名' },
  needed: { en: 'Needed', zh: '必填' },
  form: { en: 'Form', zh: '格式' },
  about: { en: 'Explanation', zh: '说明' },
  example: { en: 'Example', zh: '示例' },
  yes: { en: 'yes', zh: '是' },
} as const satisfies Record<string, Words>

const forms: Readonly<Record<CellKind, Words>> = {
  text: { en: 'text', zh: '文本' },
  decimal: { en: 'number; its digits are kept', zh: '数值，保留所写位数' },
  integer: { en: 'whole number', zh: '整数' },
  date: { en: 'date: 2026-11-26', zh: '日期：2026-11-26' },
  instant: {
    en: 'moment with its zone: 2026-11-26T14:00:00+08:00',
    zh: '带时区的时刻：2026-11-26T14:00:00+08:00',
  },
  'yes-no': { en: 'yes or no', zh: '是 或 否' },
  choice: { en: 'one of the words', zh: '下列用语之一' },
  list: { en: 'words, divided by semicolons', zh: '多项以分号分隔' },
}

function explained(column: Column, language: Language): string[] {
  const { choices = [], hint } = column
  const listed = choices.map((each) => `${each[language]} (${each.value})`).join('; ')
  return [
    column.name[language],
    column.id,
    column.isRequired ? words.yes[language] : '',
    forms[column.kind][language],
    [hint?.[language] ?? '', listed].filter((part) => part !== '').join(language === 'zh' ? '。' : '. '),
    column.example,
  ]
}
