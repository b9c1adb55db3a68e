import { defineRefusal } from '#refusal.ts'

export const schemaRefuses = defineRefusal({
  code: 'dcc.schema-refuses',
  kind: 'unprocessable',
  title: { en: 'The official schema of its release refuses the file', zh: '官方 schema 不接受该文件' },
})

export const tookTooLong = defineRefusal({
  code: 'dcc.took-too-long',
  kind: 'unprocessable',
  title: { en: 'Reading the file took longer than any certificate may', zh: '读取文件耗时过长' },
})

export const readersBusy = defineRefusal({
  code: 'dcc.readers-busy',
  kind: 'exhausted',
  title: { en: 'Too many files are being read at once', zh: '同时读取的文件过多' },
})
