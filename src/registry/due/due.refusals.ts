import { defineRefusal } from '#refusal.ts'

export const unknownFeedKey = defineRefusal({
  code: 'feed-key.unknown',
  kind: 'absent',
  title: { en: 'There is no such feed key', zh: '没有该订阅密钥' },
})
