import { defineRefusal } from '#refusal.ts'

export const unknownOutput = defineRefusal({
  code: 'budget.unknown-output',
  kind: 'unprocessable',
  title: { en: 'The model has no output of this name', zh: '模型没有此名称的输出量' },
})

export const noUncertainty = defineRefusal({
  code: 'budget.no-uncertainty',
  kind: 'unprocessable',
  title: {
    en: 'To first order the result has no uncertainty',
    zh: '一阶近似下结果的不确定度为零',
  },
})

export const notPrintable = defineRefusal({
  code: 'budget.not-printable',
  kind: 'unprocessable',
  title: {
    en: 'The result has more digits than a certificate can hold',
    zh: '结果的位数超出证书所能容纳的范围',
  },
})

export const coverageUnknown = defineRefusal({
  code: 'budget.coverage-unknown',
  kind: 'unprocessable',
  title: {
    en: 'A coverage probability needs effective degrees of freedom, and correlated inputs leave them unknown',
    zh: '按包含概率扩展需要有效自由度，而相关输入量使其无法确定',
  },
})
