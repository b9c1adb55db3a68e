import { defineRefusal } from '#refusal.ts'

export const signatureBroken = defineRefusal({
  code: 'certificate-import.signature-broken',
  kind: 'unprocessable',
  title: { en: 'A signature of the file is broken', zh: '文件的签名已被破坏' },
})

export const numberHeldOtherwise = defineRefusal({
  code: 'certificate-import.number-held-otherwise',
  kind: 'conflict',
  title: {
    en: 'This laboratory has another file with this number here',
    zh: '该实验室的此编号已有内容不同的文件',
  },
})

export const unknownImport = defineRefusal({
  code: 'certificate-import.unknown',
  kind: 'absent',
  title: { en: 'There is no such import', zh: '没有此导入记录' },
})

export const connectionIncomplete = defineRefusal({
  code: 'certificate-import.connection-incomplete',
  kind: 'unprocessable',
  title: {
    en: 'To become a certificate of the registry it needs its issuer and its equipment',
    zh: '要成为本系统的证书，须指明签发机构和设备',
  },
})

export const numberNotUsable = defineRefusal({
  code: 'certificate-import.number-not-usable',
  kind: 'unprocessable',
  title: {
    en: 'Its number cannot stand in a path: say which it has here',
    zh: '该编号不能用于路径，请另行指定',
  },
})

export const datesNotUsable = defineRefusal({
  code: 'certificate-import.dates-not-usable',
  kind: 'unprocessable',
  title: { en: 'Its dates are none a certificate can have', zh: '证书的日期不可用' },
})
