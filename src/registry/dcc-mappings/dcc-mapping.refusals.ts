import { defineRefusal } from '#refusal.ts'

export const mappingCodeTaken = defineRefusal({
  code: 'dcc-mapping.code-taken',
  kind: 'conflict',
  title: { en: 'A mapping with this code exists', zh: '映射代码已存在' },
})

export const unknownMapping = defineRefusal({
  code: 'dcc-mapping.unknown',
  kind: 'absent',
  title: { en: 'There is no such mapping', zh: '没有此映射' },
})

export const mappingOfOther = defineRefusal({
  code: 'dcc-mapping.of-another-issuer',
  kind: 'unprocessable',
  title: { en: 'The mapping is of another issuer', zh: '该映射属于另一签发机构' },
})

export const noSuchMapping = defineRefusal({
  code: 'dcc-mapping.no-such-mapping',
  kind: 'unprocessable',
  title: { en: 'There is no mapping with this code', zh: '没有此代码的映射' },
})
