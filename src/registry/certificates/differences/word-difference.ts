import type { CertificateDifference } from '#contract/types.ts'

/** What the members of a certificate are called on paper. */
const names: Readonly<Record<string, { readonly en: string; readonly zh: string }>> = {
  kind: { en: 'kind of certificate', zh: '证书类别' },
  issuer: { en: 'laboratory', zh: '实验室' },
  customer: { en: 'customer', zh: '客户' },
  item: { en: 'item', zh: '被校对象' },
  received: { en: 'date of receipt', zh: '收样日期' },
  method: { en: 'method', zh: '方法' },
  competence: { en: 'competence', zh: '能力依据' },
  started: { en: 'begin of the work', zh: '开始时间' },
  finished: { en: 'end of the work', zh: '结束时间' },
  validUntil: { en: 'valid until', zh: '有效期至' },
  recalibration: { en: 'agreed recalibration', zh: '约定复校' },
  place: { en: 'place', zh: '地点' },
  environment: { en: 'conditions', zh: '环境条件' },
  conditionsOfUse: { en: 'conditions of use', zh: '使用条件' },
  standards: { en: 'standards used', zh: '所用标准器' },
  traceability: { en: 'traceability', zh: '计量溯源性' },
  results: { en: 'results', zh: '结果' },
  verification: { en: 'conclusion of the verification', zh: '检定结论' },
  opinions: { en: 'opinions', zh: '意见和解释' },
  remarks: { en: 'remarks', zh: '备注' },
  attachments: { en: 'attachments', zh: '附件' },
  visibility: { en: 'visibility', zh: '公开范围' },
  reported: { en: 'as reported', zh: '报告值' },
  value: { en: 'value', zh: '值' },
  estimate: { en: 'value', zh: '值' },
  expandedUncertainty: { en: 'expanded uncertainty', zh: '扩展不确定度' },
  standardUncertainty: { en: 'standard uncertainty', zh: '标准不确定度' },
  coverageFactor: { en: 'coverage factor', zh: '包含因子' },
  conformity: { en: 'conformity', zh: '符合性' },
  outcome: { en: 'outcome', zh: '结论' },
  budget: { en: 'uncertainty budget', zh: '不确定度评定' },
  name: { en: 'name', zh: '名称' },
  address: { en: 'address', zh: '地址' },
  serialNumber: { en: 'serial number', zh: '出厂编号' },
}

const kinds = {
  changed: { en: 'changed', zh: '更改' },
  added: { en: 'added', zh: '增加' },
  removed: { en: 'removed', zh: '删除' },
} as const

const longest = 200

/** One line for each language: `results 1, value: 10000.025 → 10000.125`. */
export function wordsOf(
  kind: CertificateDifference['kind'],
  pointer: string,
  before: unknown,
  after: unknown,
): CertificateDifference['words'] {
  const place = (language: 'en' | 'zh') => placeIn(pointer, language)
  const [old, fresh] = [shown(before), shown(after)]
  const change = kind === 'changed' && old !== '' && fresh !== '' ? `${old} → ${fresh}` : old || fresh
  const said = (language: 'en' | 'zh', colon: string) =>
    kind === 'changed' && change !== ''
      ? `${place(language)}${colon}${change}`
      : `${place(language)}${colon}${kinds[kind][language]}${change === '' ? '' : ` (${change})`}`
  return { en: said('en', ': ').slice(0, 2000), zh: said('zh', '：').slice(0, 2000) }
}

/** `/results/0/reported/value` as a person says it: results 1, as reported, value. */
function placeIn(pointer: string, language: 'en' | 'zh'): string {
  const words: string[] = []
  for (const part of pointer.split('/').slice(1)) {
    if (/^\d+$/.test(part)) words.push(`${words.pop() ?? ''} ${Number(part) + 1}`)
    else words.push(names[part]?.[language] ?? part)
  }
  return words.join(language === 'zh' ? '，' : ', ')
}

function shown(value: unknown): string {
  if (value === undefined) return ''
  const text = typeof value === 'string' ? value : JSON.stringify(value)
  return text.length <= longest ? text : `${text.slice(0, longest).toWellFormed()}…`
}
