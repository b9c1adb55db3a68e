import { defineRefusal } from '#refusal.ts'

export const elementBeyondSense = defineRefusal({
  code: 'correlation-matrix.element-beyond-sense',
  kind: 'unprocessable',
  title: {
    en: 'An element of a matrix of correlations is far beyond 1',
    zh: '相关系数矩阵的元素远超过 1',
  },
})
export const notFound = defineRefusal({
  code: 'correlation-matrix.nearest-not-found',
  kind: 'unprocessable',
  title: { en: 'The nearest correlation matrix was not found', zh: '未能求得最近的相关系数矩阵' },
})
