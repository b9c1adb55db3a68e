import { defineRefusal } from '#refusal.ts'

export const columnNotFound = defineRefusal({
  code: 'dcc-mapping.column-not-found',
  kind: 'unprocessable',
  title: { en: 'The certificate has no such column', zh: '证书中没有这样的列' },
})

export const columnAmbiguous = defineRefusal({
  code: 'dcc-mapping.column-ambiguous',
  kind: 'unprocessable',
  title: { en: 'More than one column of the certificate fits', zh: '证书中有多列符合' },
})

export const columnNotUsable = defineRefusal({
  code: 'dcc-mapping.column-not-usable',
  kind: 'unprocessable',
  title: { en: 'The column is not numbers in a unit that is known', zh: '该列不是以已知单位表示的数值' },
})

export const tooManyRows = defineRefusal({
  code: 'dcc-mapping.too-many-rows',
  kind: 'unprocessable',
  title: { en: 'A certificate has at most 200 results here', zh: '一份证书在此最多200个结果' },
})
