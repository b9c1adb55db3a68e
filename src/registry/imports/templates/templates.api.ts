import { operation, type Operation } from '#http/operation.ts'
import { csv, xlsx } from '#http/lists/list.ts'
import { sheets } from '../columns.ts'
import { templateAsCsv, templateAsXlsx } from './template.view.ts'

export const templateOperations: readonly Operation[] = [
  operation(
    {
      id: 'read-import-template',
      method: 'get',
      path: '/v1/import/{kind}/template',
      summary: 'A spreadsheet to fill in and import: its columns, what belongs in them, and an example',
      description:
        'As XLSX, which explains its columns on a second sheet, or as CSV; `/v1/import/equipment/template.xlsx` asks for a medium, too.',
      access: 'public',
      params: 'imports/template-path.json',
      query: 'imports/template-query.json',
      answers: { 200: null },
      media: [xlsx, csv],
      refuses: [],
    },
    async ({ params, query, accept }) => {
      const sheet = sheets[params.kind]
      const { language } = query
      const frame = { status: 200 as const, headers: attached(params.kind, language, accept) }
      return accept === csv
        ? {
            ...frame,
            media: `${csv}; charset=utf-8; header=present`,
            content: templateAsCsv(sheet, language),
          }
        : { ...frame, media: xlsx, content: () => templateAsXlsx(sheet, language) }
    },
  ),
]

const attached = (kind: string, language: string, accept: string) => ({
  'content-disposition': `attachment; filename="${kind}-${language}.${accept === csv ? 'csv' : 'xlsx'}"`,
})
