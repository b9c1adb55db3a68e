import { choice, date, decimal, instant, required, text, type Choice, type Sheet } from './sheet.ts'

const kinds: readonly Choice[] = [
  { value: 'calibration', en: 'Calibration certificate', zh: '校准证书' },
  { value: 'verification', en: 'Verification certificate', zh: '检定证书' },
  { value: 'verification-refusal', en: 'Notice of rejection', zh: '检定结果通知书' },
  { value: 'test', en: 'Test report', zh: '检测报告' },
]

const stages: readonly Choice[] = [
  { value: 'as-found', en: 'As found', zh: '调整前' },
  { value: 'as-left', en: 'As left', zh: '调整后' },
  { value: 'as-found-and-left', en: 'As found and left', zh: '未调整' },
]

const result = '/results/0'

/** A certificate issued elsewhere with one result, as it is printed; those with more come as NDJSON. */
export const certificateSheet: Sheet = {
  title: { en: 'Certificates of others', zh: '外部证书' },
  columns: [
    text('number', '/number', { en: 'Certificate number', zh: '证书编号' }, 'EX-2026-0001', required),
    text('issuer', '/issuer', { en: 'Issuer', zh: '发证机构' }, 'EX-NMI', required),
    choice('kind', '/kind', { en: 'Kind', zh: '证书类型' }, 'calibration', { ...required, choices: kinds }),
    text('equipment', '/item/equipment', { en: 'Equipment', zh: '设备编号' }, 'EX-STANDARD', required),
    text('component', '/item/component', { en: 'Component', zh: '部件' }, 'main'),
    text('method', '/method/document', { en: 'Method', zh: '依据文件' }, ''),
    instant('started', '/started', { en: 'Started', zh: '开始时间' }, '2026-02-20T09:00:00+08:00', required),
    instant(
      'finished',
      '/finished',
      { en: 'Finished', zh: '完成时间' },
      '2026-02-20T11:00:00+08:00',
      required,
    ),
    instant('issued', '/issued', { en: 'Issued', zh: '发证时间' }, '2026-02-21T09:00:00+08:00', required),
    date('validUntil', '/validUntil', { en: 'Valid until', zh: '有效期至' }, ''),
    text('competence', '/competence', { en: 'Competence', zh: '能力代码' }, ''),
    text('place', '/place', { en: 'Place', zh: '地点' }, ''),
    text('result', `${result}/code`, { en: 'Result', zh: '结果代码' }, 'm1'),
    text(
      'measurandKind',
      `${result}/measurandKind`,
      { en: 'Kind of measurand', zh: '被测量种类' },
      'mass.conventional',
      required,
    ),
    choice('stage', `${result}/stage`, { en: 'Stage', zh: '阶段' }, 'as-found-and-left', {
      ...required,
      choices: stages,
    }),
    decimal(
      'pointValue',
      `${result}/point/nominal/value`,
      { en: 'Nominal value', zh: '标称值' },
      '10',
      required,
    ),
    text(
      'pointUnit',
      `${result}/point/nominal/unit`,
      { en: 'Unit of the nominal value', zh: '标称值单位' },
      'kg',
      required,
    ),
    decimal(
      'estimate',
      `${result}/estimate/value`,
      { en: 'Measured value', zh: '测得值' },
      '10000.012',
      required,
    ),
    text(
      'estimateUnit',
      `${result}/estimate/unit`,
      { en: 'Unit of the measured value', zh: '测得值单位' },
      'g',
      required,
    ),
    decimal(
      'expandedUncertainty',
      `${result}/expandedUncertainty/value`,
      { en: 'Expanded uncertainty', zh: '扩展不确定度' },
      '15',
    ),
    text(
      'uncertaintyUnit',
      `${result}/expandedUncertainty/unit`,
      { en: 'Unit of the uncertainty', zh: '不确定度单位' },
      'mg',
    ),
    decimal('coverageFactor', `${result}/coverageFactor`, { en: 'Coverage factor', zh: '包含因子' }, '2'),
  ],
  implied: [{ pointer: `${result}/code`, value: 'r1' }],
}
