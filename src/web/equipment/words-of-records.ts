/** Words of the registry as people say them. */
export const levelWords = {
  en: {
    instrument: 'Measuring instrument',
    'national-standard': 'National standard',
    'public-standard': 'Public measurement standard',
    'enterprise-highest-standard': 'Highest standard of the enterprise',
    'working-standard': 'Working standard',
    'transfer-standard': 'Transfer standard',
  },
  zh: {
    instrument: '工作计量器具',
    'national-standard': '国家计量基准',
    'public-standard': '社会公用计量标准',
    'enterprise-highest-standard': '企业最高计量标准',
    'working-standard': '工作计量标准',
    'transfer-standard': '传递标准',
  },
}

export const standingWords = {
  en: {
    'never-calibrated': 'Never calibrated',
    overdue: 'Overdue',
    soon: 'Due within 30 days',
    'in-force': 'In calibration',
    'no-programme': 'No interval',
    'out-of-use': 'Out of use',
  },
  zh: {
    'never-calibrated': '从未校准',
    overdue: '已过期',
    soon: '30 天内到期',
    'in-force': '有效',
    'no-programme': '无校准间隔',
    'out-of-use': '停用',
  },
}

export const stateWords = {
  en: {
    registered: 'Registered',
    'in-service': 'In service',
    'limited-use': 'Limited use',
    quarantined: 'Quarantined',
    'under-repair': 'Under repair',
    retired: 'Retired',
    lost: 'Lost',
  },
  zh: {
    registered: '已登记',
    'in-service': '在用',
    'limited-use': '限用',
    quarantined: '隔离',
    'under-repair': '维修中',
    retired: '报废',
    lost: '丢失',
  },
}

export const eventWords = {
  en: {
    'intermediate-check': 'Intermediate check',
    adjustment: 'Adjustment',
    repair: 'Repair',
    'firmware-change': 'Change of firmware',
    overload: 'Overload',
    transport: 'Transport',
    quarantine: 'Quarantine',
    release: 'Release',
  },
  zh: {
    'intermediate-check': '期间核查',
    adjustment: '调整',
    repair: '维修',
    'firmware-change': '固件更新',
    overload: '过载',
    transport: '运输',
    quarantine: '隔离',
    release: '解除隔离',
  },
}
