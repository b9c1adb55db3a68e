import { defineRefusal, type Wording } from '#refusal.ts'

export const otherFormat = defineRefusal({
  code: 'dcc.other-format',
  kind: 'unprocessable',
  title: { en: 'This is not a digital calibration certificate', zh: '这不是数字校准证书（DCC）' },
})

export const otherRelease = defineRefusal({
  code: 'dcc.other-release',
  kind: 'unprocessable',
  title: { en: 'This release of the DCC schema is not read', zh: '不支持此版本的 DCC' },
})

export const contentNotValid = defineRefusal({
  code: 'dcc.content-not-valid',
  kind: 'unprocessable',
  title: { en: 'The file is not a valid DCC of its release', zh: '文件不符合其 DCC 版本的内容模型' },
})

export const listLengthsDiffer = defineRefusal({
  code: 'dcc.list-lengths-differ',
  kind: 'unprocessable',
  title: { en: 'Lists that belong together have different lengths', zh: '相互对应的列表长度不同' },
})

export const unitNotKnown = defineRefusal({
  code: 'dcc.unit-not-known',
  kind: 'unprocessable',
  title: { en: 'A unit is not one of D-SI', zh: '含有 D-SI 没有的单位' },
})

export const datesReversed = defineRefusal({
  code: 'dcc.dates-reversed',
  kind: 'unprocessable',
  title: { en: 'The work ended before it began', zh: '校准结束日期早于开始日期' },
})

export const attachmentHashWrong = defineRefusal({
  code: 'dcc.attachment-hash-wrong',
  kind: 'unprocessable',
  title: { en: 'An enclosed certificate is not the one whose hash is stated', zh: '所附证书与所述哈希不符' },
})

/** The refusal that a fault of some kind leads to. */
export const refusalOfFault = {
  'list-length': listLengthsDiffer,
  unit: unitNotKnown,
  dates: datesReversed,
  'attachment-hash': attachmentHashWrong,
} as const

export type FaultCode = keyof typeof refusalOfFault

export const isFaultCode = (code: string): code is FaultCode => Object.hasOwn(refusalOfFault, code)

export const bothLanguages = (en: string, zh: string): Wording => ({ en, zh })
