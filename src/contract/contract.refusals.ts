import { defineRefusal } from '#refusal.ts'

export const doesNotMatch = defineRefusal({
  code: 'request.does-not-match',
  kind: 'malformed',
  title: { en: 'The request does not match its schema', zh: '请求内容不符合其数据模式' },
})
