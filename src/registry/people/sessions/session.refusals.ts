import { defineRefusal } from '#refusal.ts'

export const needsKey = defineRefusal({
  code: 'session.needs-key',
  kind: 'forbidden',
  title: { en: 'A session is opened by showing a key', zh: '须出示密钥才能开始会话' },
})

export const unknownSession = defineRefusal({
  code: 'session.unknown',
  kind: 'absent',
  title: { en: 'There is no such session', zh: '没有该会话' },
})
