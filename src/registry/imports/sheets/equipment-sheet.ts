import { choice, decimal, integer, required, text, yesNo, type Choice, type Sheet } from './sheet.ts'

const levels: readonly Choice[] = [
  { value: 'national-standard', en: 'National standard', zh: '国家计量基准' },
  { value: 'public-standard', en: 'Public measurement standard', zh: '社会公用计量标准' },
  { value: 'enterprise-highest-standard', en: 'Highest standard of the enterprise', zh: '企业最高计量标准' },
  { value: 'working-standard', en: 'Working standard', zh: '工作计量标准' },
  { value: 'transfer-standard', en: 'Transfer standard', zh: '传递标准' },
  { value: 'instrument', en: 'Measuring instrument', zh: '工作计量器具' },
]

const uses: readonly Choice[] = [
  { value: 'value', en: 'By value', zh: '按等' },
  { value: 'class', en: 'By class', zh: '按级' },
]

const states: readonly Choice[] = [
  { value: 'registered', en: 'Registered', zh: '已登记' },
  { value: 'in-service', en: 'In service', zh: '在用' },
  { value: 'limited-use', en: 'Limited use', zh: '限用' },
]

const range = '/components/0/intervals/0'

/** ISO/IEC 17025:2017, 6.4.13: one line for each device, with the first measuring interval of one component. */
export const equipmentSheet: Sheet = {
  title: { en: 'Equipment', zh: '设备' },
  columns: [
    text('code', '/code', { en: 'Code', zh: '设备编号' }, 'M-0001', {
      ...required,
      hint: {
        en: 'Unique in the registry; letters, digits and . _ ~ : + -',
        zh: '在登记处内唯一；可用字母、数字和 . _ ~ : + -',
      },
    }),
    text('owner', '/owner', { en: 'Owner', zh: '所属机构' }, 'EX-PLANT', {
      isOwnOrganization: true,
      hint: { en: 'Code of the organization; your own if empty', zh: '机构代码；空白表示本机构' },
    }),
    text('nameZh', '/name/zh', { en: 'Name (Chinese)', zh: '设备名称' }, '10 kg 砝码', {
      hint: { en: 'At least one of the two names', zh: '中文、英文名称至少填写一个' },
    }),
    text('nameEn', '/name/en', { en: 'Name (English)', zh: '英文名称' }, '10 kg weight'),
    text(
      'manufacturer',
      '/manufacturer',
      { en: 'Manufacturer', zh: '制造商' },
      'Example Instruments',
      required,
    ),
    text('model', '/model', { en: 'Model', zh: '型号规格' }, 'M1 10 kg', required),
    text('serialNumber', '/serialNumber', { en: 'Serial number', zh: '出厂编号' }, 'A2286833', required),
    choice('level', '/level', { en: 'Level', zh: '计量级别' }, 'instrument', {
      ...required,
      choices: levels,
    }),
    choice('usedBy', '/usedBy', { en: 'Used by value or class', zh: '按等或按级使用' }, '', {
      choices: uses,
      hint: { en: 'Of standards only', zh: '仅用于计量标准' },
    }),
    integer(
      'calibrationIntervalMonths',
      '/calibrationIntervalMonths',
      { en: 'Calibration interval (months)', zh: '校准间隔（月）' },
      '12',
    ),
    yesNo(
      'mandatoryVerification',
      '/mandatoryVerification',
      { en: 'Mandatory verification', zh: '强制检定' },
      'no',
    ),
    text('location', '/location', { en: 'Location', zh: '存放地点' }, 'Line 2'),
    choice('state', '/state', { en: 'State', zh: '状态' }, 'in-service', { choices: states }),
    text('firmware', '/firmware', { en: 'Firmware', zh: '固件版本' }, ''),
    decimal('driftAllowance', '/driftAllowance/value', { en: 'Drift allowance', zh: '允许漂移' }, ''),
    text(
      'driftAllowanceUnit',
      '/driftAllowance/unit',
      { en: 'Unit of the drift allowance', zh: '允许漂移单位' },
      '',
    ),
    text('component', '/components/0/code', { en: 'Component', zh: '部件' }, 'main', {
      hint: { en: '`main` if empty', zh: '空白表示 main' },
    }),
    text(
      'measurandKind',
      `${range}/measurandKind`,
      { en: 'Kind of measurand', zh: '被测量种类' },
      'mass.conventional',
      { hint: { en: 'Code in the list of kinds', zh: '被测量种类代码' } },
    ),
    decimal('rangeLower', `${range}/range/lower`, { en: 'Range from', zh: '测量范围下限' }, '10'),
    decimal('rangeUpper', `${range}/range/upper`, { en: 'Range to', zh: '测量范围上限' }, '10'),
    text('rangeUnit', `${range}/range/unit`, { en: 'Unit of the range', zh: '测量范围单位' }, 'kg'),
    decimal('resolution', `${range}/resolution`, { en: 'Resolution', zh: '分辨力' }, ''),
    decimal(
      'maximumPermissibleError',
      `${range}/maximumPermissibleError`,
      { en: 'Maximum permissible error', zh: '最大允许误差' },
      '0.0005',
      { hint: { en: 'Half-width, in the unit of the range', zh: '半宽，单位同测量范围' } },
    ),
    text('accuracyClass', `${range}/accuracyClass`, { en: 'Accuracy class', zh: '准确度等级' }, 'M1'),
  ],
  implied: [{ pointer: '/components/0/code', value: 'main' }],
}
