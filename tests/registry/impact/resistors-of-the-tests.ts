import { beforeAll } from 'vitest'
import type { Service } from '../../service.ts'
import { equipment, issued, laboratory, type Laboratory } from '../laboratory-of-the-tests.ts'
import { must, type Answer } from '../people-of-the-tests.ts'

/**
 * Resistors of 10 kΩ: the national standard OHM, the standard RS of the laboratory, and below it RX (EA-4/02 M:2022, S3,
 * with limits of ±0.2 Ω), RY that was measured with RX, and RZ with the mean of RX and RS.
 */
export interface Resistors extends Laboratory {
  readonly certificates: Readonly<Record<'RS' | 'RX' | 'RY' | 'RZ', string>>
}

const kΩ10 = { nominal: { value: '10000', unit: 'Ω' } }

const result = (change: object) => ({
  code: 'R',
  measurandKind: 'resistance.dc',
  stage: 'as-found-and-left',
  point: kΩ10,
  coverage: { k: 2 },
  ...change,
})

const rectangular = (halfWidth: number) => ({
  estimate: 0,
  distribution: { type: 'rectangular', halfWidth },
  unit: 'Ω',
})

export const limits = {
  lower: { value: '9999.8', unit: 'Ω' },
  upper: { value: '10000.2', unit: 'Ω' },
}

/** EA-4/02 M:2022, S3.5 and table S3.8: R_X = (R_S + δR_D + δR_TS) r_C r − δR_TX. */
export const resultOfS3 = (standard: object) =>
  result({
    model: { outputs: { R_X: '(R_S + dR_D + dR_TS)*r_C*r - dR_TX' } },
    output: 'R_X',
    inputs: {
      R_S: { from: standard },
      dR_D: { estimate: '0.020', distribution: { type: 'rectangular', halfWidth: 0.01 }, unit: 'Ω' },
      dR_TS: rectangular(0.00275),
      dR_TX: rectangular(0.0055),
      r_C: { estimate: '1.0000000', distribution: { type: 'triangular', halfWidth: 1e-6 }, unit: '1' },
      r: { estimate: '1.0000105', standardUncertainty: '7e-8', unit: '1' },
    },
    conformity: { limits, rule: 'guarded-U' },
  })

export const mean = (standards: Readonly<Record<string, object>>) => {
  const symbols = Object.keys(standards)
  return result({
    model: { outputs: { y: `(${symbols.join(' + ')})/${symbols.length} + d` } },
    output: 'y',
    inputs: {
      ...Object.fromEntries(Object.entries(standards).map(([symbol, from]) => [symbol, { from }])),
      d: { estimate: '0.001', standardUncertainty: '0.004', unit: 'Ω' },
    },
    conformity: { limits: { ...limits, upper: { value: '10000.25', unit: 'Ω' } }, rule: 'simple' },
  })
}

export const entryOf = (item: string, day: string, results: readonly object[], change: object = {}) => ({
  laboratory: 'LAB',
  method: { document: 'JJG 99-2022' },
  item: { equipment: item },
  started: `${day}T09:00:00+08:00`,
  finished: `${day}T11:00:00+08:00`,
  operator: 'technician',
  results,
  ...change,
})

export const standardOfTests = (number: string, item: string, change: object = {}) => ({
  number,
  issuer: 'NMI',
  kind: 'calibration',
  item: { equipment: item },
  started: '2025-06-02T09:00:00+08:00',
  finished: '2025-06-03T16:00:00+08:00',
  issued: '2025-06-05T10:00:00+08:00',
  results: [
    {
      code: 'R',
      measurandKind: 'resistance.dc',
      stage: 'as-found-and-left',
      point: kΩ10,
      estimate: { value: '10000.053', unit: 'Ω' },
      expandedUncertainty: { value: '0.005', unit: 'Ω' },
      coverageFactor: 2,
      model: { outputs: { R: 'k + d' } },
      output: 'R',
      inputs: {
        k: { from: { reference: 'OHM' } },
        d: { estimate: '0.053', standardUncertainty: '0.002', unit: 'Ω' },
      },
    },
  ],
  ...change,
})

/** Recorded and checked by a second person. */
export async function transcribed(lab: Laboratory, body: { readonly number: string }): Promise<Answer> {
  must(await lab.technician.post('/v1/certificates', body))
  return must(
    await lab.reviewer.post(`/v1/certificates/${body.number}/check`, undefined, { 'if-match': '"1"' }),
  )
}

export function resistors(s: Service): Resistors {
  const lab = laboratory(s)
  const made = { RS: 'NMI-R-1', RX: '', RY: '', RZ: '' }
  beforeAll(async () => {
    must(await reference(lab))
    for (const [code, owner, level] of [
      ['RS', 'LAB', 'working-standard'],
      ['RX', 'LAB', 'working-standard'],
      ['RY', 'PLANT', 'instrument'],
      ['RZ', 'PLANT', 'instrument'],
    ] as const) {
      must(await equipment(lab.admin, code, owner, level))
    }
    await transcribed(lab, standardOfTests(made.RS, 'RS'))
    const numbered = async (entry: unknown) => String((await issued(lab, entry)).body.number)
    const rs = { certificate: made.RS, result: 'R' }
    made.RX = await numbered(entryOf('RX', '2026-02-25', [resultOfS3(rs)]))
    s.clock.moveTo('2026-03-04T08:00:00Z')
    const rx = { certificate: made.RX, result: 'R' }
    made.RY = await numbered(entryOf('RY', '2026-03-03', [mean({ x: rx })]))
    made.RZ = await numbered(entryOf('RZ', '2026-03-04', [mean({ x: rx, s: rs })]))
  })
  return Object.assign(Object.create(lab) as Laboratory, { certificates: made })
}

const reference = (lab: Laboratory) =>
  lab.admin.post('/v1/references', {
    code: 'OHM',
    kind: 'national-standard',
    holder: 'NMI',
    name: { en: 'National standard of resistance', zh: '电阻国家基准' },
    measurandKind: 'resistance.dc',
    value: '10000.000',
    standardUncertainty: '0.0015',
    unit: 'Ω',
    source: 'For the tests',
    evidence: [
      {
        kind: 'national-standard-certificate',
        description: 'Certificate of the national standard',
        source: 'For the tests',
        validFrom: '2020-01-01',
      },
    ],
  })
