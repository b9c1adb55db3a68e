import { list, required, text, yesNo, type Choice, type Sheet } from './sheet.ts'

const roles: readonly Choice[] = [
  { value: 'national-metrology-institute', en: 'National metrology institute', zh: '国家计量院' },
  { value: 'designated-institute', en: 'Designated institute', zh: '指定机构' },
  { value: 'legal-metrology-institute', en: 'Legal metrology institute', zh: '法定计量检定机构' },
  { value: 'industry-test-centre', en: 'Industry test centre', zh: '产业计量测试中心' },
  { value: 'calibration-laboratory', en: 'Calibration laboratory', zh: '校准实验室' },
  { value: 'enterprise', en: 'Enterprise', zh: '企业' },
  { value: 'accreditation-body', en: 'Accreditation body', zh: '认可机构' },
  { value: 'regulator', en: 'Regulator', zh: '监管部门' },
  { value: 'proficiency-testing-provider', en: 'Proficiency testing provider', zh: '能力验证提供者' },
  { value: 'reference-material-producer', en: 'Reference material producer', zh: '标准物质生产者' },
]

/** ISO/IEC 17025:2017, 5.1; one line for each organization, with its first site. */
export const organizationSheet: Sheet = {
  title: { en: 'Organizations', zh: '机构' },
  columns: [
    text('code', '/code', { en: 'Code', zh: '机构代码' }, 'EX-LAB', required),
    text('nameZh', '/name/zh', { en: 'Name (Chinese)', zh: '机构名称' }, '示例校准实验室', {
      hint: { en: 'At least one of the two names', zh: '中文、英文名称至少填写一个' },
    }),
    text('nameEn', '/name/en', { en: 'Name (English)', zh: '英文名称' }, 'Example Laboratory'),
    text(
      'legalIdentifier',
      '/legalIdentifier',
      { en: 'Legal identifier', zh: '统一社会信用代码' },
      '91110000EXAMPLE001',
    ),
    text('economy', '/economy', { en: 'Economy', zh: '国家或地区' }, 'CN', {
      ...required,
      hint: { en: 'ISO 3166-1, two letters', zh: 'ISO 3166-1 两位字母代码' },
    }),
    list('roles', '/roles', { en: 'Roles', zh: '机构类型' }, 'calibration-laboratory', {
      ...required,
      choices: roles,
      hint: { en: 'Several are divided by semicolons', zh: '多个类型用分号分隔' },
    }),
    yesNo('fictional', '/fictional', { en: 'Made up', zh: '虚构' }, 'no'),
    text('site', '/sites/0/code', { en: 'Site', zh: '场所代码' }, 'main'),
    text('addressZh', '/sites/0/address/zh', { en: 'Address (Chinese)', zh: '地址' }, '北京市示例路 1 号'),
    text(
      'addressEn',
      '/sites/0/address/en',
      { en: 'Address (English)', zh: '英文地址' },
      '1 Example Road, Beijing',
    ),
  ],
  implied: [{ pointer: '/sites/0/code', value: 'main' }],
}
