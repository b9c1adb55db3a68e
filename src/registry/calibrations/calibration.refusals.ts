import { defineRefusal } from '#refusal.ts'

export const unknownCalibration = defineRefusal({
  code: 'calibration.unknown',
  kind: 'absent',
  title: { en: 'There is no such calibration', zh: '没有这条校准记录' },
})

export const unknownRecord = defineRefusal({
  code: 'calibration.unknown-record',
  kind: 'unprocessable',
  title: { en: 'The calibration names a record that does not exist', zh: '校准引用了不存在的记录' },
})

export const unknownUpstream = defineRefusal({
  code: 'calibration.unknown-upstream',
  kind: 'unprocessable',
  title: { en: 'An input is taken from a result that does not exist', zh: '输入量引用的上级结果不存在' },
})

export const timesReversed = defineRefusal({
  code: 'calibration.times-reversed',
  kind: 'unprocessable',
  title: { en: 'The times are out of order', zh: '时间先后颠倒' },
})

export const notYetDone = defineRefusal({
  code: 'calibration.not-yet-done',
  kind: 'unprocessable',
  title: { en: 'The work lies in the future', zh: '校准时间晚于当前时间' },
})

export const upstreamLater = defineRefusal({
  code: 'calibration.upstream-later',
  kind: 'unprocessable',
  title: {
    en: 'A standard was calibrated after it was used',
    zh: '标准器的校准晚于其使用',
  },
})

export const ownItem = defineRefusal({
  code: 'calibration.own-item',
  kind: 'unprocessable',
  title: { en: 'An item cannot be its own standard', zh: '被校对象不能作为自身的标准器' },
})

export const kindMismatch = defineRefusal({
  code: 'calibration.kind-mismatch',
  kind: 'unprocessable',
  title: { en: 'The standard realises another kind of quantity', zh: '标准器的被测量与所需不同' },
})

export const unitMismatch = defineRefusal({
  code: 'calibration.unit-mismatch',
  kind: 'unprocessable',
  title: { en: 'A unit does not belong to the kind of quantity', zh: '单位与被测量不符' },
})

export const unknownParameter = defineRefusal({
  code: 'calibration.unknown-parameter',
  kind: 'unprocessable',
  title: { en: 'The kind of quantity has no such parameter', zh: '该被测量没有此参数' },
})

export const repeatedCode = defineRefusal({
  code: 'calibration.repeated-result-code',
  kind: 'unprocessable',
  title: { en: 'Two results have the same code', zh: '结果代号重复' },
})

export const intervalReversed = defineRefusal({
  code: 'calibration.interval-reversed',
  kind: 'unprocessable',
  title: { en: 'The lower end lies above the upper end', zh: '下限大于上限' },
})

export const uncertaintyMissing = defineRefusal({
  code: 'calibration.uncertainty-missing',
  kind: 'unprocessable',
  title: { en: 'The uncertainty of the standard is not stated', zh: '上级结果未给出不确定度' },
})

export const deviceWithoutCertificate = defineRefusal({
  code: 'calibration.device-without-certificate',
  kind: 'unprocessable',
  title: {
    en: 'A standard is named by its certificate, not as a device',
    zh: '标准器应以其证书引用，不能只写设备',
  },
})

export const validityNotAllowed = defineRefusal({
  code: 'calibration.validity-not-allowed',
  kind: 'unprocessable',
  title: {
    en: 'Only a verification certificate has a period of validity',
    zh: '只有检定证书才有有效期',
  },
})

export const particularNotAllowed = defineRefusal({
  code: 'calibration.particular-not-allowed',
  kind: 'unprocessable',
  title: { en: 'This kind of certificate does not state it', zh: '此类证书不应含此项' },
})

export const wrongState = defineRefusal({
  code: 'calibration.wrong-state',
  kind: 'conflict',
  title: { en: 'The calibration is not in a state that allows this', zh: '当前状态不允许此操作' },
})

export const ruleFails = defineRefusal({
  code: 'calibration.rule-fails',
  kind: 'unprocessable',
  title: { en: 'A rule of traceability forbids it', zh: '违反溯源规则' },
})

export const fourEyes = defineRefusal({
  code: 'calibration.four-eyes',
  kind: 'forbidden',
  title: { en: 'Nobody judges their own work', zh: '不得审核或批准本人的工作' },
})

export const notAuthorised = defineRefusal({
  code: 'calibration.not-authorised',
  kind: 'forbidden',
  title: {
    en: 'The person was not authorised for this on that day',
    zh: '该人员当日未获此项授权',
  },
})

export const foreignRecord = defineRefusal({
  code: 'calibration.foreign-record',
  kind: 'unprocessable',
  title: { en: 'It belongs to another organization', zh: '不属于该机构' },
})

export const conditionUncertain = defineRefusal({
  code: 'calibration.condition-uncertain',
  kind: 'unprocessable',
  title: { en: 'The uncertainty of a condition is greater than zero', zh: '环境条件的不确定度须大于零' },
})

export const conditionWithoutLimits = defineRefusal({
  code: 'calibration.condition-without-limits',
  kind: 'unprocessable',
  title: {
    en: 'A condition of use has a lower limit, an upper limit, or both in order',
    zh: '使用条件须给出下限、上限或次序正确的两者',
  },
})

export const siteUnknown = defineRefusal({
  code: 'calibration.site-unknown',
  kind: 'unprocessable',
  title: { en: 'The laboratory has no such site', zh: '该实验室没有此场所' },
})

/** What logging or revising may be refused for, beside what the budget itself refuses. */
export const loggingRefusals = [
  unknownRecord,
  unknownUpstream,
  timesReversed,
  notYetDone,
  upstreamLater,
  ownItem,
  kindMismatch,
  unitMismatch,
  unknownParameter,
  repeatedCode,
  intervalReversed,
  uncertaintyMissing,
  deviceWithoutCertificate,
  validityNotAllowed,
  particularNotAllowed,
  foreignRecord,
  conditionUncertain,
  conditionWithoutLimits,
  siteUnknown,
]

/** What every move of a calibration may be refused for. */
export const movingRefusals = [unknownCalibration, wrongState, notAuthorised]
