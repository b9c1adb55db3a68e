import type { Words } from './records.ts'
import type { Effect } from './verdict.ts'

/** One way in which a policy admits the issuer of a certificate; routes are tried in their order. */
export interface CompetenceRoute {
  readonly code: string
  readonly name: Words
  /** The issuer holds, on the days of the calibration, a competence of one of these kinds that covers the result. */
  readonly competence: readonly string[]
  /** And has one of these roles. */
  readonly roles?: readonly string[]
  readonly certificateKinds?: readonly string[]
  /** The issuer itself holds the root it used, of one of these kinds; then no competence is asked for. */
  readonly holdsRoot?: readonly string[]
  readonly also?: AlsoNeeded
  /** A certificate by this route is a sufficient end of a branch. */
  readonly anchors: boolean
  readonly effect: Extract<Effect, 'none' | 'traceable-with-conditions'>
}

/** A further competence that certificates of some kinds need when the work is done for others. */
export interface AlsoNeeded {
  readonly competence: readonly string[]
  readonly certificateKinds: readonly string[]
  readonly exceptRoles: readonly string[]
}

/** One way in which a root of some kind is admitted; what it names must all hold on the day of use. */
export interface RootAdmission {
  readonly kinds: readonly string[]
  readonly evidence: readonly string[]
  /** Evidence of a producer's competence counts if that competence is of one of these kinds. */
  readonly producerCompetence?: readonly string[]
  readonly holderRoles?: readonly string[]
  /** The holder has a competence of one of these kinds for the measurand. */
  readonly holderCompetence?: readonly string[]
}

export interface Policy {
  readonly code: string
  readonly name: Words
  readonly document: string
  /** Part of u² from which an input counts. */
  readonly significantShare: number
  readonly lateRecordingDays: number
  readonly routes: readonly CompetenceRoute[]
  readonly roots: readonly RootAdmission[]
  /** Verification (检定) works by class: standards named on the certificate stand for the budget it does not print. */
  readonly verificationByClass: boolean
  /** From which levels a standard of a level may take its value; levels that are absent are free. */
  readonly levels?: Readonly<Record<string, readonly string[]>>
}

const nationalInstitutes = ['national-metrology-institute', 'designated-institute']

/** A realization, a kept standard or a time scale: by the capability of the institute, its own procedure and comparisons, or its certificate. */
const internationalRoots: readonly RootAdmission[] = [
  { kinds: ['si-realization', 'national-standard', 'utc'], evidence: [], holderCompetence: ['kcdb-cmc'] },
  {
    kinds: ['si-realization', 'national-standard', 'intrinsic-standard'],
    evidence: ['realization-procedure', 'comparison'],
  },
  { kinds: ['national-standard', 'si-realization'], evidence: ['national-standard-certificate'] },
  { kinds: ['utc'], evidence: ['utc-report'] },
  {
    kinds: ['certified-reference-material'],
    evidence: ['producer-competence'],
    producerCompetence: ['reference-material-producer', 'kcdb-cmc'],
  },
  { kinds: ['certified-reference-material'], evidence: ['jctlm-listing'] },
  {
    kinds: ['certified-reference-material'],
    evidence: ['crm-certificate'],
    holderRoles: nationalInstitutes,
  },
  { kinds: ['agreed-procedure'], evidence: ['procedure'] },
]

/** ILAC-P10:07/2020, clause 2: routes 1, 2, 3a and 3b. */
export const ilacP10: Policy = {
  code: 'ILAC-P10',
  name: { en: 'ILAC policy on metrological traceability', zh: 'ILAC 测量结果计量溯源性政策' },
  document: 'ILAC-P10:07/2020',
  significantShare: 0.01,
  lateRecordingDays: 30,
  verificationByClass: false,
  routes: [
    {
      code: '1',
      name: { en: 'national institute with a CMC in the KCDB', zh: 'KCDB 收录 CMC 的国家计量院' },
      competence: ['kcdb-cmc'],
      anchors: true,
      effect: 'none',
    },
    {
      code: '2',
      name: {
        en: 'laboratory accredited under the ILAC arrangement',
        zh: 'ILAC 互认协议下获认可的校准实验室',
      },
      competence: ['accreditation'],
      anchors: true,
      effect: 'none',
    },
    {
      code: '3a',
      name: {
        en: 'national institute, service outside the CIPM MRA',
        zh: '国家计量院未列入 CIPM MRA 的服务',
      },
      competence: ['documented-evidence'],
      roles: nationalInstitutes,
      anchors: false,
      effect: 'traceable-with-conditions',
    },
    {
      code: '3b',
      name: {
        en: 'laboratory with documented evidence of its competence',
        zh: '具备能力证明文件的校准实验室',
      },
      competence: ['documented-evidence'],
      anchors: false,
      effect: 'traceable-with-conditions',
    },
  ],
  roots: internationalRoots,
}

/** CNAS-CL01-G002: a to c, and d only where those are not available. */
export const cnasG002: Policy = {
  code: 'CNAS-CL01-G002',
  name: { en: 'CNAS requirements on metrological traceability', zh: 'CNAS 测量结果的计量溯源性要求' },
  document: 'CNAS-CL01-G002',
  significantShare: 0.01,
  lateRecordingDays: 30,
  verificationByClass: false,
  routes: [
    {
      code: 'a',
      name: { en: 'national institute within the CIPM MRA', zh: 'CIPM MRA 互认范围内的国家计量院' },
      competence: ['kcdb-cmc'],
      anchors: true,
      effect: 'none',
    },
    {
      code: 'b',
      name: {
        en: 'laboratory accredited by CNAS or an MRA partner',
        zh: '获 CNAS 或互认机构认可的校准实验室',
      },
      competence: ['accreditation'],
      anchors: true,
      effect: 'none',
    },
    {
      code: 'c',
      name: { en: 'statutory verification by a legal metrology institute', zh: '法定计量机构实施的检定' },
      competence: ['legal-authorization', 'standard-examination'],
      roles: ['legal-metrology-institute', 'national-metrology-institute'],
      certificateKinds: ['verification'],
      anchors: true,
      effect: 'none',
    },
    {
      code: 'd',
      name: { en: 'legal metrology institute inside its authorisation', zh: '法定计量机构授权范围内的服务' },
      competence: ['legal-authorization', 'standard-examination'],
      roles: ['legal-metrology-institute', 'national-metrology-institute'],
      anchors: false,
      effect: 'traceable-with-conditions',
    },
  ],
  roots: internationalRoots,
}

/** 计量法, with 计量标准考核办法 (JJF 1033): every step examined, up to the national standard. */
export const metrologyLaw: Policy = {
  code: 'metrology-law',
  name: { en: 'Metrology Law of China', zh: '计量法' },
  document: '中华人民共和国计量法',
  significantShare: 0.01,
  lateRecordingDays: 30,
  verificationByClass: true,
  routes: [
    {
      code: 'national-standard',
      name: { en: 'holder of the national standard', zh: '计量基准保存单位' },
      competence: [],
      holdsRoot: ['national-standard', 'utc'],
      anchors: false,
      effect: 'none',
    },
    {
      code: 'examined-standard',
      name: { en: 'measurement standard with a valid examination certificate', zh: '持有效计量标准考核证书' },
      competence: ['standard-examination'],
      also: {
        competence: ['legal-authorization'],
        certificateKinds: ['verification', 'verification-refusal'],
        exceptRoles: ['legal-metrology-institute', 'national-metrology-institute'],
      },
      anchors: false,
      effect: 'none',
    },
  ],
  roots: [
    {
      kinds: ['national-standard', 'si-realization', 'intrinsic-standard', 'utc'],
      evidence: ['national-standard-certificate'],
    },
    { kinds: ['certified-reference-material'], evidence: ['national-crm-approval'] },
  ],
  levels: {
    'enterprise-highest-standard': ['public-standard', 'national-standard'],
    'public-standard': ['public-standard', 'national-standard'],
    'national-standard': ['national-standard'],
  },
}

/** A new policy is a new record here, not new code. */
export const policies: readonly Policy[] = [ilacP10, cnasG002, metrologyLaw]

export const policyNamed = (code: string): Policy | undefined => policies.find((one) => one.code === code)
