import type {
  CertificateSource,
  SourceResult,
  SourceStandard,
} from '#exchange/dcc/writing/certificate-source.ts'
import type { DccContext } from '#exchange/dcc/writing/dcc-of.ts'
import { newSealingKey } from '../../../sealing-key.ts'

export const sealingKey = newSealingKey()
export const trusted = [sealingKey.certificate.toString()]

export const context: DccContext = {
  origin: 'https://etalon.example',
  sha256: 'ab'.repeat(32),
  country: 'CN',
  key: sealingKey,
}

/** A result at 60 °C with a budget of two lines. */
export const temperatureResult: SourceResult = {
  code: 't60',
  measurandKind: 'temperature.source',
  measurandName: { en: 'Temperature of a bath', zh: '恒温槽温度' },
  stage: 'as-found-and-left',
  point: {
    nominal: { value: '60.0', unit: '°C' },
    parameters: { immersion: { value: '0.15', unit: 'm' } },
  },
  unit: '°C',
  standardUncertainty: 0.021,
  effectiveDegreesOfFreedom: 'infinity',
  reported: { value: '60.024', expandedUncertainty: '0.042', coverageFactor: '2' },
  budget: {
    engine: { name: 'etalon', version: '0.2.0' },
    model: { outputs: { t_X: 't_S - dt_R' } },
    output: 't_X',
    lines: [
      {
        symbol: 't_S',
        unit: '°C',
        estimate: 60.03,
        standardUncertainty: 0.02,
        degreesOfFreedom: 'infinity',
        sensitivity: 1,
        contribution: 0.02,
        share: 0.9,
      },
      {
        symbol: 'dt_R',
        unit: 'K',
        estimate: 0.006,
        standardUncertainty: 0.0065,
        degreesOfFreedom: 9,
        sensitivity: -1,
        contribution: 0.0065,
        share: 0.1,
      },
    ],
  },
}

export const standard: SourceStandard = {
  inputs: [{ result: 't60', input: 't_S' }],
  certificate: 'NMI-T-2025-0044',
  version: 1,
  result: 't60',
  sha256: 'cd'.repeat(32),
  issuer: { code: 'NMI', name: { en: 'Metrology Institute', zh: '计量院' } },
  equipment: {
    code: 'LAB-SPRT',
    component: 'main',
    name: { en: 'Platinum resistance thermometer', zh: '铂电阻温度计' },
    manufacturer: 'Maker & Sons',
    model: 'SPRT 25 Ω',
    serialNumber: 'C222',
  },
}

export const example: CertificateSource = {
  number: 'LAB-2026-0007',
  version: 1,
  kind: 'calibration',
  issuer: {
    code: 'LAB',
    name: { en: 'Calibration laboratory', zh: '校准实验室' },
    address: { en: '1 Metre Road, Beijing', zh: '北京市米路1号' },
    accreditation: { body: 'CNAS', number: 'CNAS L0001' },
  },
  customer: { code: 'WORKS', name: { en: 'Works', zh: '工厂' } },
  item: {
    equipment: 'WORKS-BATH',
    component: 'main',
    name: { en: 'Bath', zh: '恒温槽' },
    manufacturer: 'Maker & Sons <Ltd>',
    model: 'B-1',
    serialNumber: 'A "7"',
    owner: { code: 'WORKS', name: { en: 'Works', zh: '工厂' } },
    condition: 'As received: intact',
  },
  received: '2026-02-27',
  method: {
    document: 'JJF 1030-2023',
    number: 'JJF 1030-2023',
    title: { en: 'Baths', zh: '恒温槽' },
    edition: '2023',
    deviation: 'Two immersions instead of three',
  },
  competence: { code: 'LAB.T', kind: 'accreditation', number: 'CNAS L0001', issuer: 'CNAS' },
  started: '2026-03-02T00:30:00.000Z',
  finished: '2026-03-02T18:00:00.000Z',
  issued: '2026-03-03T02:00:00.000Z',
  recalibration: { due: '2027-03-02', agreement: 'Order 4711' },
  place: { en: 'At the works', zh: '工厂现场' },
  environment: [
    {
      quantity: 'temperature',
      value: { value: '20.1', unit: '°C' },
      standardUncertainty: { value: '0.1', unit: 'K' },
    },
    { quantity: 'relative humidity', value: { value: '45', unit: '%' } },
    { quantity: 'air pressure', value: { value: '1013', unit: 'hPa' } },
  ],
  conditionsOfUse: [
    { quantity: 'temperature', lower: { value: '18', unit: '°C' }, upper: { value: '22', unit: '°C' } },
  ],
  standards: [standard],
  traceability: {
    policy: 'ILAC-P10',
    verdict: 'traceable',
    statement: { en: 'The results are traceable', zh: '结果具有溯源性' },
  },
  results: [temperatureResult],
  opinions: [{ text: 'It will do', basis: '7.8.7' }],
  remarks: 'First line\nsecond line',
  attachments: [{ name: 'raw data.csv', sha256: 'ef'.repeat(32) }],
  signatures: [
    { meaning: 'performed', person: 'LAB.T1', name: 'Li Lei', at: '2026-03-02T10:00:00.000Z' },
    {
      meaning: 'authorised',
      person: 'LAB.S1',
      name: '韩梅梅',
      at: '2026-03-03T02:00:00.000Z',
      contentSha256: '01'.repeat(32),
    },
  ],
}
