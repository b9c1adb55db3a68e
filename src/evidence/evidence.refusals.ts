import { defineRefusal } from '#refusal.ts'

export const notCanonical = defineRefusal({
  code: 'evidence.not-canonical',
  kind: 'unprocessable',
  title: { en: 'This has no canonical form', zh: '该内容没有规范形式' },
})

export const unusableKey = defineRefusal({
  code: 'evidence.unusable-key',
  kind: 'unprocessable',
  title: { en: 'This is not an Ed25519 key', zh: '不是可用的Ed25519密钥' },
})
