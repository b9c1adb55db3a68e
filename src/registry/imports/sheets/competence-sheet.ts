import { choice, date, decimal, required, text, yesNo, type Choice, type Sheet } from './sheet.ts'

const kinds: readonly Choice[] = [
  { value: 'kcdb-cmc', en: 'KCDB CMC', zh: 'KCDB 校准测量能力' },
  { value: 'accreditation', en: 'Accreditation', zh: '实验室认可' },
  { value: 'standard-examination', en: 'Examination of a standard', zh: '计量标准考核' },
  { value: 'legal-authorization', en: 'Legal authorization', zh: '计量授权' },
  { value: 'reference-material-producer', en: 'Reference material producer', zh: '标准物质生产者认可' },
  { value: 'proficiency-testing-provider', en: 'Proficiency testing provider', zh: '能力验证提供者认可' },
  { value: 'documented-evidence', en: 'Documented evidence', zh: '自证资料' },
]

const scope = '/scope'
const uncertainty = `${scope}/uncertainty`

/** One line of a scope, its uncertainty as Q[a, bL] (ILAC-P14:09/2020, 4); tables and expressions come as NDJSON. */
export const competenceSheet: Sheet = {
  title: { en: 'Competences', zh: '能力范围' },
  columns: [
    text('code', '/code', { en: 'Code', zh: '能力代码' }, 'EX-LAB.MASS', required),
    text('organization', '/organization', { en: 'Organization', zh: '机构' }, 'EX-LAB', {
      isOwnOrganization: true,
      hint: { en: 'Code of the organization; your own if empty', zh: '机构代码；空白表示本机构' },
    }),
    choice('kind', '/kind', { en: 'Kind', zh: '类别' }, 'accreditation', { ...required, choices: kinds }),
    text('issuer', '/issuer', { en: 'Granted by', zh: '授予机构' }, 'Example Accreditation Body', required),
    text('number', '/number', { en: 'Number', zh: '证书编号' }, 'EX-L0001', required),
    text(
      'measurandKind',
      '/measurandKind',
      { en: 'Kind of measurand', zh: '被测量种类' },
      'mass.conventional',
      required,
    ),
    decimal('rangeLower', `${scope}/range/lower`, { en: 'Range from', zh: '测量范围下限' }, '1', required),
    decimal('rangeUpper', `${scope}/range/upper`, { en: 'Range to', zh: '测量范围上限' }, '20', required),
    text('rangeUnit', `${scope}/range/unit`, { en: 'Unit of the range', zh: '测量范围单位' }, 'kg', required),
    text('parameter1', `${scope}/parameters/0/name`, { en: 'Parameter', zh: '影响参量' }, ''),
    decimal(
      'parameter1Lower',
      `${scope}/parameters/0/lower`,
      { en: 'Parameter from', zh: '影响参量下限' },
      '',
    ),
    decimal('parameter1Upper', `${scope}/parameters/0/upper`, { en: 'Parameter to', zh: '影响参量上限' }, ''),
    text(
      'parameter1Unit',
      `${scope}/parameters/0/unit`,
      { en: 'Unit of the parameter', zh: '影响参量单位' },
      '',
    ),
    text('method', `${scope}/method`, { en: 'Method', zh: '方法' }, 'EX-WI-7'),
    text('site', `${scope}/site`, { en: 'Site', zh: '场所' }, 'main'),
    decimal('uncertaintyA', `${uncertainty}/a`, { en: 'U: constant part', zh: 'U：常数项' }, '10'),
    decimal('uncertaintyB', `${uncertainty}/b`, { en: 'U: part by the value', zh: 'U：比例项' }, '0'),
    text('uncertaintyUnit', `${uncertainty}/unit`, { en: 'Unit of U', zh: 'U 的单位' }, 'mg'),
    yesNo('uncertaintyRelative', `${uncertainty}/relative`, { en: 'U is relative', zh: 'U 为相对值' }, 'no'),
    decimal(
      'coverageFactor',
      `${uncertainty}/coverageFactor`,
      { en: 'Coverage factor', zh: '包含因子' },
      '2',
    ),
    date('validFrom', `${scope}/validFrom`, { en: 'Valid from', zh: '生效日期' }, '2024-01-01', required),
    date('validTo', `${scope}/validTo`, { en: 'Valid to', zh: '截止日期' }, '2035-12-31'),
  ],
  implied: [
    { pointer: `${uncertainty}/form`, value: 'quadrature' },
    { pointer: `${uncertainty}/b`, value: '0' },
  ],
}
