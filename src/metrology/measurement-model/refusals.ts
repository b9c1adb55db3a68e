import { defineRefusal } from '#refusal.ts'

export const textTooLong = defineRefusal({
  code: 'measurement-model.too-long',
  kind: 'unprocessable',
  title: { en: 'The measurement model is longer or deeper than is accepted', zh: '测量模型过长或嵌套过深' },
})

export const notAnExpression = defineRefusal({
  code: 'measurement-model.syntax',
  kind: 'unprocessable',
  title: { en: 'The measurement model is not an expression', zh: '测量模型不是合法的表达式' },
})

export const notAllowed = defineRefusal({
  code: 'measurement-model.not-allowed',
  kind: 'unprocessable',
  title: {
    en: 'The measurement model contains something other than arithmetic and the listed functions',
    zh: '测量模型含有四则运算、乘方及所列函数以外的内容',
  },
})

export const undeclaredInput = defineRefusal({
  code: 'measurement-model.undeclared-input',
  kind: 'unprocessable',
  title: {
    en: 'The measurement model uses an input that is not declared',
    zh: '测量模型使用了未声明的输入量',
  },
})

export const usedBeforeDefined = defineRefusal({
  code: 'measurement-model.used-before-defined',
  kind: 'unprocessable',
  title: {
    en: 'An output is used in its own definition or before it is defined',
    zh: '输出量在其自身定义中或在定义之前被使用',
  },
})

export const nameNotPossible = defineRefusal({
  code: 'measurement-model.name-not-possible',
  kind: 'unprocessable',
  title: { en: 'A quantity cannot have this name', zh: '量的名称不可用' },
})

export const nameTwice = defineRefusal({
  code: 'measurement-model.name-twice',
  kind: 'unprocessable',
  title: { en: 'Two quantities of the model have the same name', zh: '模型中有两个量同名' },
})

export const notFinite = defineRefusal({
  code: 'measurement-model.not-finite',
  kind: 'unprocessable',
  title: {
    en: 'The measurement model has no finite value or derivative at the estimates',
    zh: '测量模型在估计值处没有有限的值或导数',
  },
})

export const dimensionMismatch = defineRefusal({
  code: 'measurement-model.dimension-mismatch',
  kind: 'unprocessable',
  title: {
    en: 'The dimensions of the measurement model do not agree',
    zh: '测量模型的量纲不一致',
  },
})
