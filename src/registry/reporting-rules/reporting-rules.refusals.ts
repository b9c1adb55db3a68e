import { defineRefusal } from '#refusal.ts'

export const templateMalformed = defineRefusal({
  code: 'reporting-rules.template-malformed',
  kind: 'unprocessable',
  title: { en: 'No numbers can be made by this template', zh: '无法按该模板编号' },
})

export const kindRepeated = defineRefusal({
  code: 'reporting-rules.kind-repeated',
  kind: 'unprocessable',
  title: { en: 'Two templates are for the same kind', zh: '同一类证书有两个编号模板' },
})

export const statedMeanwhile = defineRefusal({
  code: 'reporting-rules.stated-meanwhile',
  kind: 'conflict',
  title: { en: 'Somebody else stated rules at the same time', zh: '他人同时修改了该规则' },
})
