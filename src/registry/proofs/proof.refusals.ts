import { defineRefusal } from '#refusal.ts'

export const chainNotYours = defineRefusal({
  code: 'proof.chain-not-yours',
  kind: 'forbidden',
  title: {
    en: 'The chain holds certificates that are not for you to read, and a proof would carry them',
    zh: '溯源链中含有您无权查看的证书，证明包会包含其全文',
  },
})
