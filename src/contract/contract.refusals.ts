import { defineRefusal } from '#refusal.ts'

export const doesNotMatch = defineRefusal({
  code: 'request.does-not-match',
  kind: 'malformed',
  title: { en: 'The request does not match its schema', zh: '请求内容不符合其数据模式' },
})

export const notPrintable = defineRefusal({
  code: 'request.character-not-printable',
  kind: 'unprocessable',
  title: {
    en: 'A text has a character that no certificate can show',
    zh: '文本含有证书无法印出的字符',
  },
})
