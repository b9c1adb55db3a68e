import { defineRefusal } from '#refusal.ts'

export const parametersUnreadable = defineRefusal({
  code: 'routes.parameters-unreadable',
  kind: 'unprocessable',
  title: {
    en: 'Parameters are written as name=value unit, with semicolons between',
    zh: '参数应写作“名称=数值 单位”，以分号分隔',
  },
})

export const targetNotPositive = defineRefusal({
  code: 'routes.target-not-positive',
  kind: 'unprocessable',
  title: { en: 'An expanded uncertainty is greater than zero', zh: '扩展不确定度须大于零' },
})
