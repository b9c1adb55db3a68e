import { must } from './people-of-the-tests.ts'
import { entryOfWeight, equipment, type Laboratory } from './laboratory-of-the-tests.ts'

/** Two weights of 1 kg that two laboratories calibrated with one weight of class E2: the check of the page on traceability. */
export const numberOf = { E2: 'NMI-E2', A: 'OTHER-A', B: 'NMI-B' } as const

const point = { nominal: { value: '1', unit: 'kg' } }

interface Copied {
  readonly number: string
  readonly issuer: string
  readonly item: string
  readonly day: string
  readonly inputs: Record<string, unknown>
  readonly u: string
  readonly more?: Record<string, unknown>
}

/** A certificate with its budget; `y` is the sum of the inputs. */
async function copied(lab: Laboratory, { number, issuer, item, day, inputs, u, more = {} }: Copied) {
  must(await equipment(lab.admin, item, 'LAB', 'working-standard'))
  must(
    await lab.technician.post('/v1/certificates', {
      number,
      issuer,
      kind: 'calibration',
      item: { equipment: item },
      started: `${day}T09:00:00+08:00`,
      finished: `${day}T16:00:00+08:00`,
      issued: `${day}T17:00:00+08:00`,
      results: [
        {
          code: 'm',
          measurandKind: 'mass.conventional',
          stage: 'as-found-and-left',
          point,
          estimate: { value: '1000.000', unit: 'g' },
          standardUncertainty: { value: u, unit: 'mg' },
          coverageFactor: 2,
          model: { outputs: { y: Object.keys(inputs).join(' + ') } },
          output: 'y',
          inputs,
        },
      ],
      ...more,
    }),
  )
  const check = `/v1/certificates/${number}/check`
  must(await lab.reviewer.post(check, undefined, { 'if-match': '"1"' }))
}

const own = (u: string, degreesOfFreedom?: number) => ({
  estimate: 0,
  standardUncertainty: u,
  unit: 'mg',
  ...(degreesOfFreedom !== undefined && { degreesOfFreedom }),
})

/** u_s = 0.25 mg, 0.30 mg of their own each, times `scale`. */
export async function twoWeights(
  lab: Laboratory,
  { degreesOfFreedom, scale = 1 }: { readonly degreesOfFreedom?: number; readonly scale?: number } = {},
): Promise<void> {
  const standard = { m: { estimate: '1000', standardUncertainty: String(0.00025 * scale), unit: 'g' } }
  await copied(lab, {
    number: numberOf.E2,
    issuer: 'NMI',
    item: 'E2',
    day: '2025-05-05',
    inputs: standard,
    u: String(0.25 * scale),
  })
  const inputs = {
    m_S: { from: { certificate: numberOf.E2 } },
    d: own(String(0.3 * scale), degreesOfFreedom),
  }
  const u = String(scale * Math.hypot(0.25, 0.3))
  await copied(lab, { number: numberOf.A, issuer: 'OTHER', item: 'A', day: '2025-06-05', inputs, u })
  await copied(lab, { number: numberOf.B, issuer: 'NMI', item: 'B', day: '2025-07-05', inputs, u })
}

/** A result that takes both weights. */
export const resultOfBoth = (model: string, change: Record<string, unknown> = {}) => ({
  code: 'm1',
  measurandKind: 'mass.conventional',
  stage: 'as-found-and-left',
  point,
  unit: 'mg',
  model: { outputs: { y: model } },
  output: 'y',
  inputs: { a: { from: { certificate: numberOf.A } }, b: { from: { certificate: numberOf.B } } },
  coverage: { k: 2 },
  ...change,
})

export const entryOfBoth = (...results: Record<string, unknown>[]) =>
  entryOfWeight({ results: results.map((one, i) => ({ ...one, code: `r${i}` })) })
