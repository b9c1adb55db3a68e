import type { Words } from '../records.ts'
import type { RuleCode } from '../rules/outcome.ts'
import type { Verdict } from '../verdict.ts'

/** What each rule is about, as a heading says it. */
export const ruleNames: Readonly<Record<RuleCode, Words>> = {
  R01: { en: 'a branch for every input', zh: '各输入量的溯源分支' },
  R02: { en: 'state of the item', zh: '器具状态' },
  R03: { en: 'certificate in force', zh: '证书有效性' },
  R04: { en: 'same measurand', zh: '被测量一致' },
  R05: { en: 'point covered', zh: '测量点覆盖' },
  R06: { en: 'uncertainty stated', zh: '给出不确定度' },
  R07: { en: 'correction or class', zh: '修正或按级使用' },
  R08: { en: 'conditions of use', zh: '使用条件' },
  R09: { en: 'calibration interval', zh: '校准间隔' },
  R10: { en: 'competence of the issuer', zh: '签发机构能力' },
  R11: { en: 'calibration and measurement capability', zh: '校准测量能力' },
  R12: { en: 'consistency of the budget', zh: '不确定度评定一致性' },
  R13: { en: 'judged at the date of use', zh: '按使用日期判断' },
  R14: { en: 'order of calibrations', zh: '校准次序' },
  R15: { en: 'admitted roots', zh: '溯源终点' },
  R16: { en: 'depth', zh: '溯源深度' },
  R17: { en: 'authenticity', zh: '真实性' },
  R18: { en: 'later findings', zh: '事后发现' },
  R19: { en: 'lifting and recall', zh: '解除存疑与召回' },
  R20: { en: 'authorised people', zh: '人员授权' },
  R21: { en: 'comparisons', zh: '比对' },
  R22: { en: 'late records', zh: '补录' },
}

/** The end of the sentence "… the result". */
export const verdictWords: Readonly<Record<Verdict, Words>> = {
  traceable: { en: 'is metrologically traceable', zh: '具有计量溯源性' },
  'traceable-with-conditions': {
    en: 'is metrologically traceable with conditions',
    zh: '有条件地具有计量溯源性',
  },
  suspect: { en: 'is suspect', zh: '计量溯源性存疑' },
  indeterminate: {
    en: 'cannot be judged by what is recorded',
    zh: '依据现有记录无法判定计量溯源性',
  },
  'not-traceable': { en: 'is not metrologically traceable', zh: '不具有计量溯源性' },
}

/** VIM 2.41, note 1: what a chain ends in. */
const rootNames: Readonly<Record<string, Words>> = {
  'si-realization': { en: 'a realization of an SI unit', zh: 'SI 单位复现' },
  'intrinsic-standard': { en: 'an intrinsic standard', zh: '本征标准' },
  'national-standard': { en: 'a national standard', zh: '国家计量基准' },
  'certified-reference-material': { en: 'a certified reference material', zh: '有证标准物质' },
  utc: { en: 'a realization of UTC', zh: 'UTC 时间尺度' },
  'agreed-procedure': { en: 'an agreed procedure', zh: '公认方法' },
}

export const rootName = (kind: string): Words => rootNames[kind] ?? { en: kind, zh: kind }
