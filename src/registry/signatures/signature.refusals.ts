import { defineRefusal } from '#refusal.ts'

export const notTheSigner = defineRefusal({
  code: 'signature.not-the-signer',
  kind: 'forbidden',
  title: { en: 'Nobody signs for another', zh: '不得代他人签名' },
})

export const signerNotNamed = defineRefusal({
  code: 'signature.signer-not-named',
  kind: 'forbidden',
  title: {
    en: 'The laboratory wants the signer named beside the key',
    zh: '该实验室要求签名时除密钥外还须写明签名人',
  },
})

export const keyNoLongerValid = defineRefusal({
  code: 'signature.key-no-longer-valid',
  kind: 'forbidden',
  title: { en: 'The key was revoked or expired before the signature', zh: '密钥在签名前已被吊销或过期' },
})

export const keyTooOld = defineRefusal({
  code: 'signature.key-too-old',
  kind: 'forbidden',
  title: { en: 'The laboratory wants a younger key for signatures', zh: '该实验室要求使用较新的密钥签名' },
})

export const contentChanged = defineRefusal({
  code: 'signature.content-changed',
  kind: 'conflict',
  title: {
    en: 'The content is not what was signed before; return it, and let it be submitted anew',
    zh: '内容与此前签名时不一致，请退回后重新提交',
  },
})

export const notSignedBefore = defineRefusal({
  code: 'signature.not-signed-before',
  kind: 'conflict',
  title: {
    en: 'Who performed or reviewed the work has not signed it; return it, and let it be submitted anew',
    zh: '执行人或审核人尚未签名，请退回后重新提交',
  },
})

/** What every signing may be refused for. */
export const signingRefusals = [notTheSigner, signerNotNamed, keyNoLongerValid, keyTooOld]
export const bindingRefusals = [contentChanged, notSignedBefore]
