import { wording } from './both.ts'

export const kinds = {
  calibration: wording('校准证书', 'Calibration Certificate'),
  verification: wording('检定证书', 'Verification Certificate'),
  'verification-refusal': wording('检定结果通知书', 'Notice of Verification Result'),
  test: wording('测试报告', 'Test Report'),
} as const

export const stages = {
  'as-found': wording('调整前（接收状态）', 'As found, before adjustment'),
  'as-left': wording('调整后（交付状态）', 'As left, after adjustment'),
  'as-found-and-left': wording('未作调整', 'As found and as left: not adjusted'),
} as const

export const meanings = {
  performed: wording('校准', 'Performed by'),
  reviewed: wording('核验', 'Reviewed by'),
  authorised: wording('批准', 'Authorised by'),
} as const

export const changes = {
  editorial: wording('文字性修改（量值不变）', 'editorial: no value has changed'),
  value: wording('量值修改', 'values have changed'),
  scope: wording('范围修改', 'the scope has changed'),
} as const

export const outcomes = {
  pass: wording('合格', 'Pass'),
  'conditional-pass': wording('有条件合格', 'Conditional pass'),
  'conditional-fail': wording('有条件不合格', 'Conditional fail'),
  fail: wording('不合格', 'Fail'),
} as const

export const rules = {
  simple: wording('简单接受（保护带 w = 0）', 'simple acceptance (guard band w = 0)'),
  'guarded-U': wording('带保护带 w = U 的接受', 'guarded acceptance (guard band w = U)'),
} as const

export const distributions: Readonly<Record<string, { readonly zh: string; readonly en: string }>> = {
  normal: wording('正态', 'normal'),
  rectangular: wording('均匀', 'rectangular'),
  triangular: wording('三角', 'triangular'),
  trapezoidal: wording('梯形', 'trapezoidal'),
  arcsine: wording('反正弦', 'arcsine'),
  'u-shaped': wording('反正弦', 'arcsine'),
  'student-t': wording('t 分布', 'Student t'),
  t: wording('t 分布', 'Student t'),
  exponential: wording('指数', 'exponential'),
  readings: wording('A 类', 'Type A'),
}

/** Conditions of the place that laboratories state in one English word. */
export const conditions: Readonly<Record<string, { readonly zh: string; readonly en: string }>> = {
  temperature: wording('温度', 'Temperature'),
  'air temperature': wording('空气温度', 'Air temperature'),
  'relative humidity': wording('相对湿度', 'Relative humidity'),
  'relative-humidity': wording('相对湿度', 'Relative humidity'),
  humidity: wording('湿度', 'Humidity'),
  pressure: wording('气压', 'Pressure'),
  'atmospheric pressure': wording('大气压', 'Atmospheric pressure'),
  'air pressure': wording('大气压', 'Air pressure'),
}

export const verdicts = {
  traceable: wording('可溯源', 'Traceable'),
  'traceable-with-conditions': wording('有条件可溯源', 'Traceable, with conditions'),
  suspect: wording('存疑', 'Suspect'),
  indeterminate: wording('无法判定', 'Cannot be decided'),
  'not-traceable': wording('不可溯源', 'Not traceable'),
} as const
