import { defineRefusal } from '#refusal.ts'

export const tooManyPrint = defineRefusal({
  code: 'typesetting.too-many-wait',
  kind: 'exhausted',
  title: { en: 'Too many certificates wait to be typeset', zh: '等待排版的证书过多' },
})

export const notTypeset = defineRefusal({
  code: 'typesetting.not-available',
  kind: 'unavailable',
  title: { en: 'The certificate could not be typeset just now', zh: '证书暂时无法排版' },
})
