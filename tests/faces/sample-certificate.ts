import type { Certificate, Result } from '#faces/certificate.ts'

const line = (symbol: string, share: number, more: object = {}) => ({
  symbol,
  unit: 'kg',
  estimate: 0,
  standardUncertainty: 8.66e-6,
  degreesOfFreedom: 'infinity' as const,
  sensitivity: 1,
  contribution: 8.66e-6,
  share,
  ...more,
})

const budget: NonNullable<Result['budget']> = {
  engine: { name: 'etalon', version: '0.1.0' },
  model: {
    outputs: { m_X: 'm_S * (1 - rho_a/rho_S) + dm_D + sqrt(dm_C^2 + dB^2) * exp(-alpha * (t - 20))' },
  },
  output: 'm_X',
  coverage: { k: 2 },
  lines: [
    line('m_S', 0.62, {
      estimate: 10.000005,
      from: { certificate: 'NIM-2025-0001', result: 'm1', version: 2 },
    }),
    line('dm_D', 0.0923, { distribution: 'rectangular' }),
    line('rho_a', 0.2877, { unit: 'kg/m³', estimate: 1.1993, sensitivity: -3.2e-5, degreesOfFreedom: 2 }),
  ],
}

export const sampleResult = (code: string, value: string, more: Partial<Result> = {}): Result => ({
  code,
  measurandKind: 'mass.conventional',
  measurandName: { zh: '折算质量', en: 'Conventional mass' },
  stage: 'as-found-and-left',
  point: { nominal: { value: '10', unit: 'kg' } },
  unit: 'g',
  estimate: 10000.025,
  standardUncertainty: 0.03,
  effectiveDegreesOfFreedom: 48.7,
  coverageFactor: 2.05,
  coverageProbability: 0.9545,
  expandedUncertainty: 0.06,
  reported: {
    value,
    expandedUncertainty: '0.060',
    unit: 'g',
    coverageFactor: '2.05',
    coverageProbability: '0.9545',
  },
  budget,
  conformity: {
    rule: 'guarded-U',
    limits: { lower: { value: '9999.5', unit: 'g' }, upper: { value: '10000.5', unit: 'g' } },
    guardBand: 0.06,
    outcome: 'pass',
    conformanceProbability: 0.999,
    specificRisk: 0.0004,
  },
  ...more,
})

const nmi = { code: 'NMI', name: { zh: '国家计量院（虚构）', en: 'National institute (fictional)' } }

/** A certificate that says everything a certificate can say; `change` replaces members. */
export const sampleCertificate = (change: Partial<Certificate> = {}): Certificate => ({
  number: '质检〔2026〕第0101号',
  version: 2,
  kind: 'calibration',
  origin: 'issued',
  issuer: {
    code: 'LAB',
    name: { zh: '华东精密计量测试中心（虚构）', en: 'East China Precision Metrology Centre (fictional)' },
    fictional: true,
    address: { zh: '上海市张衡路 1500 号', en: '1500 Zhangheng Road, Shanghai' },
    accreditation: { body: 'Demo Accreditation Body (fictional)', number: 'DAB L0202' },
  },
  customer: { code: 'C', name: { zh: '晨光生物（虚构）', en: 'Chenguang Biopharma (fictional)' } },
  item: {
    equipment: 'WEIGHT',
    component: 'main',
    name: { zh: '10 kg 砝码', en: 'Weight of 10 kg' },
    manufacturer: 'Häfner',
    model: 'F1',
    serialNumber: 'C128734519',
  },
  received: '2026-04-15',
  method: { document: 'JJG 99-2022', title: { zh: '砝码检定规程', en: 'Weights' } },
  started: '2026-04-22T01:00:00Z',
  finished: '2026-04-22T04:00:00Z',
  issued: '2026-04-22T06:30:00Z',
  place: { zh: '质量实验室', en: 'Mass laboratory' },
  environment: [
    {
      quantity: 'temperature',
      value: { value: '20.12', unit: '°C' },
      standardUncertainty: { value: '0.06', unit: 'K' },
    },
  ],
  results: [
    sampleResult('m1a', '10000.320', { stage: 'as-found' }),
    sampleResult('m1b', '9999.98', { stage: 'as-left' }),
  ],
  standards: [
    {
      inputs: [{ result: 'm1a', input: 'm_S' }],
      certificate: 'NIM-2025-0001',
      version: 2,
      result: 'm1',
      sha256: '9f2c7a41d6b0e355'.repeat(4),
      issuer: nmi,
      equipment: {
        code: 'E2-0042',
        name: { zh: 'E2 等级砝码组', en: 'Class E2 weight set' },
        serialNumber: '0042',
      },
    },
  ],
  traceability: {
    policy: 'ILAC-P10',
    verdict: 'traceable',
    resolution: 'resolved',
    depth: 4,
    roots: [
      {
        reference: 'KG',
        name: { zh: '千克国家基准', en: 'National standard of mass' },
        kind: 'national-standard',
        organization: nmi.name,
        share: 0.0004,
      },
    ],
    statement: { zh: '测量结果具有计量溯源性。', en: 'The results are metrologically traceable.' },
  },
  remarks: '漂移 ⩽ 2×10⁻⁵ kg·m⁻¹·s⁻², ⌀ 20 mm\n#sys.version `raw` $x$ *a* <b> @ref \\ ~ [x] {y} "q" //c',
  signatures: [
    { meaning: 'performed', person: 'T1', name: '张 伟', at: '2026-04-22T05:10:00Z' },
    { meaning: 'authorised', person: 'S1', name: '王 建国', at: '2026-04-22T06:30:00Z' },
  ],
  change: {
    class: 'value',
    reason: 'The certificate of the standard was corrected.',
    differences: [
      {
        pointer: '/results/0/reported/value',
        kind: 'changed',
        words: { zh: 'm1a 的值有更正', en: 'value of m1a' },
      },
    ],
  },
  ...change,
})
