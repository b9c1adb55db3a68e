import { defineRefusal } from '#refusal.ts'

export const noSuchFace = defineRefusal({
  code: 'certificate.no-such-face',
  kind: 'absent',
  title: {
    en: 'The certificate does not exist in this form',
    zh: '该证书没有此种形式',
  },
})
