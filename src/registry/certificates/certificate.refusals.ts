import { defineRefusal } from '#refusal.ts'

export const unknownCertificate = defineRefusal({
  code: 'certificate.unknown',
  kind: 'absent',
  title: { en: 'There is no certificate with this number', zh: '没有此编号的证书' },
})

export const versionUnknown = defineRefusal({
  code: 'certificate.version-unknown',
  kind: 'absent',
  title: { en: 'The certificate has no such version', zh: '该证书没有此版本' },
})

export const incomplete = defineRefusal({
  code: 'certificate.incomplete',
  kind: 'unprocessable',
  title: {
    en: 'The certificate would not say what it has to say',
    zh: '证书内容不完整',
  },
})

export const nothingToAmend = defineRefusal({
  code: 'certificate.nothing-to-amend',
  kind: 'unprocessable',
  title: { en: 'The certificate that is amended is not recorded', zh: '被修正的证书尚未登记' },
})

export const amendedElsewhere = defineRefusal({
  code: 'certificate.amended-by-its-laboratory',
  kind: 'conflict',
  title: {
    en: 'A certificate of this registry is amended by its laboratory',
    zh: '本系统签发的证书由其实验室修正',
  },
})

export const figuresChanged = defineRefusal({
  code: 'certificate.figures-changed',
  kind: 'unprocessable',
  title: { en: 'An editorial amendment changes no result', zh: '编辑性修正不得改变结果' },
})

export const certificateNumberTaken = defineRefusal({
  code: 'certificate.number-taken',
  kind: 'conflict',
  title: { en: 'A certificate with this number exists', zh: '证书编号已存在' },
})

export const ownTranscription = defineRefusal({
  code: 'certificate.own-transcription',
  kind: 'forbidden',
  title: { en: 'A transcription is checked by a second person', zh: '转录须由另一人核对' },
})

export const notTranscribed = defineRefusal({
  code: 'certificate.not-transcribed',
  kind: 'conflict',
  title: { en: 'Only a transcribed certificate is checked', zh: '只有转录的证书需要核对' },
})

export const notIssuedHere = defineRefusal({
  code: 'certificate.not-issued-here',
  kind: 'conflict',
  title: { en: 'A transcribed certificate is amended by its issuer', zh: '转录的证书由其签发机构修正' },
})

export const alreadySo = defineRefusal({
  code: 'certificate.already-so',
  kind: 'conflict',
  title: { en: 'This has already been recorded of the certificate', zh: '该证书已有此项记录' },
})

export const noLongerInForce = defineRefusal({
  code: 'certificate.no-longer-in-force',
  kind: 'conflict',
  title: { en: 'The certificate is revoked or withdrawn', zh: '证书已被撤销或撤回' },
})

export const withdrawnBeforeIssue = defineRefusal({
  code: 'certificate.withdrawn-before-issue',
  kind: 'unprocessable',
  title: {
    en: 'A certificate is withdrawn from a moment after its issue; from the beginning it is revoked',
    zh: '撤回生效时间须晚于签发时间；自始无效应使用撤销',
  },
})

export const otherItem = defineRefusal({
  code: 'certificate.other-item',
  kind: 'unprocessable',
  title: {
    en: 'An amendment concerns the same item',
    zh: '修正须针对同一被校对象',
  },
})

export const issuedBeforeFinished = defineRefusal({
  code: 'certificate.issued-before-finished',
  kind: 'unprocessable',
  title: { en: 'It was issued before the work was finished', zh: '签发时间早于校准结束时间' },
})

export const coverageFactorMissing = defineRefusal({
  code: 'certificate.coverage-factor-missing',
  kind: 'unprocessable',
  title: { en: 'An expanded uncertainty needs its coverage factor', zh: '扩展不确定度须给出包含因子' },
})

export const uncertaintyNotPositive = defineRefusal({
  code: 'certificate.uncertainty-not-positive',
  kind: 'unprocessable',
  title: {
    en: 'An uncertainty is greater than zero, or not stated',
    zh: '不确定度须大于零，或不给出',
  },
})

export const uncertaintiesDisagree = defineRefusal({
  code: 'certificate.uncertainties-disagree',
  kind: 'unprocessable',
  title: { en: 'U is not k times u', zh: 'U 与 k·u 不一致' },
})
