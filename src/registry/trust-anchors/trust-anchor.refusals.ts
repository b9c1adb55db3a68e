import { defineRefusal } from '#refusal.ts'

export const notACertificate = defineRefusal({
  code: 'trust-anchor.not-a-certificate',
  kind: 'unprocessable',
  title: { en: 'This is not one X.509 certificate in PEM', zh: '不是一份 PEM 格式的 X.509 证书' },
})

export const anchorTaken = defineRefusal({
  code: 'trust-anchor.already-there',
  kind: 'conflict',
  title: { en: 'This certificate is a trust anchor already', zh: '该证书已是信任锚' },
})

export const unknownAnchor = defineRefusal({
  code: 'trust-anchor.unknown',
  kind: 'absent',
  title: { en: 'There is no such trust anchor', zh: '没有此信任锚' },
})

export const anchorRetired = defineRefusal({
  code: 'trust-anchor.retired',
  kind: 'conflict',
  title: { en: 'The trust anchor is retired already', zh: '该信任锚已停用' },
})
