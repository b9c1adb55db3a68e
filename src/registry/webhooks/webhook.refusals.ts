import { defineRefusal } from '#refusal.ts'

export const unknownWebhook = defineRefusal({
  code: 'webhook.unknown',
  kind: 'absent',
  title: { en: 'There is no such webhook', zh: '没有该网络回调' },
})

export const targetNotAllowed = defineRefusal({
  code: 'webhook.target-not-allowed',
  kind: 'unprocessable',
  title: { en: 'A webhook leads to a public address over HTTPS', zh: '网络回调须通过 HTTPS 指向公网地址' },
})

export const tooManyWebhooks = defineRefusal({
  code: 'webhook.too-many',
  kind: 'conflict',
  title: { en: 'The organization has as many webhooks as it may have', zh: '该机构的网络回调已达上限' },
})

export const nothingToReplay = defineRefusal({
  code: 'webhook.nothing-to-replay',
  kind: 'conflict',
  title: { en: 'None of these deliveries has ended', zh: '这些投递均未结束' },
})
