import type { CertificateKind } from '../../calibrations/calibration.entity.ts'
import type { CertificateContent } from '../certificate-content.view.ts'
import {
  adjustedWithoutFound,
  doubtful,
  withoutSpecification,
  withoutFactor,
  withoutUncertainty,
} from './places.ts'

/** One thing that a certificate has to say, by the clause that asks for it. */
export interface Requirement {
  /** Stable. */
  readonly code: string
  readonly clause: string
  readonly kinds: readonly CertificateKind[]
  /** `must` stops the issue; `should` is told, because only the laboratory knows whether it matters here. */
  readonly weight: 'must' | 'should'
  /** Where in the entry it would have been stated; every place at which it is missing. */
  readonly missing: (content: CertificateContent) => readonly string[]
  readonly words: { readonly en: string; readonly zh: string }
}

const iso = (clause: string) => `ISO/IEC 17025:2017, ${clause}`
const verificationRules = 'JJF 1002-2010, 检定结果的处理'
const every = ['calibration', 'verification', 'verification-refusal', 'test'] as const
const verifications = ['verification', 'verification-refusal'] as const
const unless = (isThere: boolean, pointer: string) => (isThere ? [] : [pointer])

/** ISO/IEC 17025:2017, 7.8.2 to 7.8.7, and what the rules of verification add, as data. */
export const requirements: readonly Requirement[] = [
  {
    code: 'laboratory-address',
    clause: iso('7.8.2.1 b'),
    kinds: every,
    weight: 'must',
    missing: ({ issuer }) => unless(issuer.address !== undefined, '/laboratory'),
    words: {
      en: 'The address of the laboratory: register a site of the organization',
      zh: '实验室地址：请为该机构登记场所',
    },
  },
  {
    code: 'place',
    clause: iso('7.8.2.1 c'),
    kinds: every,
    weight: 'must',
    missing: ({ place }) => unless(place !== undefined, '/place'),
    words: { en: 'Where the work was done', zh: '实验室活动的地点' },
  },
  {
    code: 'customer',
    clause: iso('7.8.2.1 e'),
    kinds: every,
    weight: 'must',
    missing: ({ customer }) => unless(customer !== undefined, '/customer'),
    words: { en: 'The customer', zh: '客户名称' },
  },
  {
    code: 'customer-contact',
    clause: iso('7.8.2.1 e'),
    kinds: every,
    weight: 'should',
    missing: ({ customer }) => unless(customer?.address !== undefined, '/customer'),
    words: {
      en: 'Contact information of the customer: register a site of the organization',
      zh: '客户联系信息：请为该机构登记场所',
    },
  },
  {
    code: 'method',
    clause: iso('7.8.2.1 f'),
    kinds: every,
    weight: 'must',
    missing: ({ method }) => unless(method !== undefined, '/method'),
    words: { en: 'The method', zh: '所用方法' },
  },
  {
    code: 'item',
    clause: iso('7.8.2.1 g'),
    kinds: every,
    weight: 'must',
    missing: ({ item }) => unless(Boolean(item.model && item.serialNumber && item.manufacturer), '/item'),
    words: { en: 'Maker, model and serial number of the item', zh: '物品的制造单位、型号与出厂编号' },
  },
  {
    code: 'conditions',
    clause: iso('7.8.4.1 b'),
    kinds: ['calibration', ...verifications],
    weight: 'should',
    missing: ({ environment }) => unless(environment.length > 0, '/environment'),
    words: { en: 'The conditions that influence the results', zh: '影响结果的环境条件' },
  },
  {
    code: 'test-conditions',
    clause: iso('7.8.3.1 a'),
    kinds: ['test'],
    weight: 'should',
    missing: ({ environment }) => unless(environment.length > 0, '/environment'),
    words: { en: 'The conditions of the test', zh: '特定的检测条件' },
  },
  {
    code: 'uncertainty',
    clause: iso('7.8.4.1 a'),
    kinds: ['calibration'],
    weight: 'must',
    missing: withoutUncertainty,
    words: { en: 'The uncertainty of the result', zh: '测量结果的不确定度' },
  },
  {
    code: 'coverage',
    clause: 'ILAC-P14:09/2020, 5.3',
    kinds: ['calibration'],
    weight: 'must',
    missing: withoutFactor,
    words: { en: 'The coverage factor of the uncertainty', zh: '扩展不确定度的包含因子' },
  },
  {
    code: 'traceability',
    clause: iso('7.8.4.1 c'),
    kinds: ['calibration'],
    weight: 'should',
    missing: ({ results }) =>
      unless(
        results.some(({ budget }) => budget?.lines.some(({ from }) => from !== undefined)),
        '/results',
      ),
    words: {
      en: 'What the results are traceable to: take an input from a standard',
      zh: '结果的计量溯源性：请引用标准器',
    },
  },
  {
    code: 'specification',
    clause: iso('7.8.6.2 b'),
    kinds: ['calibration', 'test'],
    weight: 'should',
    missing: withoutSpecification,
    words: { en: 'Which specification is met or not met', zh: '符合或不符合的规范' },
  },
  {
    code: 'before-adjustment',
    clause: iso('7.8.4.1 d'),
    kinds: ['calibration', ...verifications],
    weight: 'must',
    missing: adjustedWithoutFound,
    words: {
      en: 'The result before the adjustment, or in asFoundOmitted why there is none',
      zh: '调整前的结果；若无，请在 asFoundOmitted 说明原因',
    },
  },
  {
    code: 'validity',
    clause: verificationRules,
    kinds: ['verification'],
    weight: 'must',
    missing: ({ validUntil }) => unless(validUntil !== undefined, '/validUntil'),
    words: { en: 'Until when the verification is valid', zh: '检定有效期' },
  },
  {
    code: 'class',
    clause: verificationRules,
    kinds: ['verification'],
    weight: 'must',
    missing: ({ verification }) => unless(verification?.accuracyClass !== undefined, '/accuracyClass'),
    words: { en: 'The class that is confirmed', zh: '检定结论的准确度等级' },
  },
  {
    code: 'conclusion',
    clause: verificationRules,
    kinds: ['verification'],
    weight: 'must',
    missing: ({ results }) =>
      unless(
        results.some(({ conformity }) => conformity !== undefined),
        '/results',
      ),
    words: {
      en: 'A conclusion: at least one result is held against its limits',
      zh: '检定结论：至少一项结果须与其最大允许误差比较',
    },
  },
  {
    code: 'conclusion-supported',
    clause: verificationRules,
    kinds: ['verification'],
    weight: 'must',
    missing: doubtful,
    words: {
      en: 'A result that does not pass: such an item is given a notice of refusal',
      zh: '该结果不合格：应出具检定结果通知书',
    },
  },
  {
    code: 'nonconforming-items',
    clause: verificationRules,
    kinds: ['verification-refusal'],
    weight: 'must',
    missing: ({ verification }) => unless(Boolean(verification?.nonconforming?.length), '/nonconformities'),
    words: { en: 'What does not conform', zh: '不合格项目' },
  },
]
