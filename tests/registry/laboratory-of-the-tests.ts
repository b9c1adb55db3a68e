import { beforeAll } from 'vitest'
import type { Service } from '../service.ts'
import {
  administrator,
  asking,
  must,
  newOrganization,
  newPerson,
  type Answer,
  type Asking,
} from './people-of-the-tests.ts'

type Person = Awaited<ReturnType<typeof newPerson>>

/** A laboratory that calibrates weights, its people, its standard, and the chain above it (EA-4/02 M:2022, S2). */
export interface Laboratory {
  readonly admin: Asking
  readonly public: Asking
  readonly technician: Person
  readonly secondTechnician: Person
  readonly reviewer: Person
  readonly signatory: Person
  readonly unauthorised: Person
  readonly stranger: Person
}

export const standardCertificate = 'NMI-2025-0001'

/** The 10 kg weight of EA-4/02 S2, as a laboratory logs it; `change` replaces members. */
export const entryOfWeight = (change: Record<string, unknown> = {}) => ({
  laboratory: 'LAB',
  item: { equipment: 'WEIGHT' },
  method: { document: 'JJG 99-2022' },
  started: '2026-02-25T09:00:00+08:00',
  finished: '2026-02-25T11:00:00+08:00',
  operator: 'technician',
  competence: 'LAB-MASS',
  results: [weightResult()],
  ...change,
})

export const weightResult = (change: Record<string, unknown> = {}) => ({
  code: 'm1',
  measurandKind: 'mass.conventional',
  stage: 'as-found-and-left',
  point: { nominal: { value: '10', unit: 'kg' } },
  unit: 'g',
  model: { outputs: { m_X: 'm_S + dm_D + dm + dm_C + dB' } },
  output: 'm_X',
  inputs: {
    m_S: { from: { certificate: standardCertificate, result: 'm1' } },
    dm_D: { estimate: 0, distribution: { type: 'rectangular', halfWidth: 15 }, unit: 'mg' },
    dm: { estimate: '0.020', pooledStandardDeviation: '0.025', numberOfReadings: 3, unit: 'g' },
    dm_C: { estimate: 0, distribution: { type: 'rectangular', halfWidth: 10 }, unit: 'mg' },
    dB: { estimate: 0, distribution: { type: 'rectangular', halfWidth: 10 }, unit: 'mg' },
  },
  coverage: { k: 2 },
  ...change,
})

/** The certificate of the standard: 10 000.005 g, U = 45 mg, k = 2. */
export const standardTranscription = (change: Record<string, unknown> = {}) => ({
  number: standardCertificate,
  issuer: 'NMI',
  kind: 'calibration',
  item: { equipment: 'STANDARD' },
  started: '2025-06-02T09:00:00+08:00',
  finished: '2025-06-03T16:00:00+08:00',
  issued: '2025-06-05T10:00:00+08:00',
  competence: 'NMI-MASS',
  results: [
    {
      code: 'm1',
      measurandKind: 'mass.conventional',
      stage: 'as-found-and-left',
      point: { nominal: { value: '10', unit: 'kg' } },
      estimate: { value: '10000.005', unit: 'g' },
      expandedUncertainty: { value: '0.045', unit: 'g' },
      coverageFactor: 2,
      model: { outputs: { m: 'k + d' } },
      output: 'm',
      inputs: {
        k: { from: { reference: 'KG' } },
        d: { estimate: '0.005', standardUncertainty: '0.01', unit: 'g' },
      },
    },
  ],
  ...change,
})

export function laboratory(s: Service): Laboratory {
  const admin = administrator(s)
  const made: Partial<Record<string, Person>> = {}
  beforeAll(async () => {
    await organizations(admin)
    await people(s, admin, made)
    await standing(admin)
    const { technician, reviewer } = made
    if (!technician || !reviewer) throw new Error('The people are there')
    must(await technician.post('/v1/certificates', standardTranscription()))
    must(
      await reviewer.post(`/v1/certificates/${standardCertificate}/check`, undefined, { 'if-match': '"1"' }),
    )
  })
  const person = (name: string): Person => {
    const found = made[name]
    if (!found) throw new Error('The people are there once the tests run')
    return found
  }
  return {
    admin,
    public: asking(s, undefined),
    get technician() {
      return person('technician')
    },
    get secondTechnician() {
      return person('secondTechnician')
    },
    get reviewer() {
      return person('reviewer')
    },
    get signatory() {
      return person('signatory')
    },
    get unauthorised() {
      return person('unauthorised')
    },
    get stranger() {
      return person('stranger')
    },
  }
}

async function organizations(admin: Asking): Promise<void> {
  await newOrganization(admin, 'NMI', { roles: ['national-metrology-institute'] })
  await newOrganization(admin, 'LAB')
  await newOrganization(admin, 'OTHER')
  await newOrganization(admin, 'PLANT', { roles: ['enterprise'] })
}

async function people(s: Service, admin: Asking, made: Partial<Record<string, Person>>): Promise<void> {
  const of = (code: string, roles: Parameters<typeof newPerson>[2]['roles'], organization = 'LAB') =>
    newPerson(s, admin, { organization, code, roles })
  // The technician's key could review as well: what stops it is that nobody judges their own work.
  made['technician'] = await of('technician', ['technician', 'reviewer', 'signatory'])
  made['secondTechnician'] = await of('second-technician', ['technician'])
  made['reviewer'] = await of('reviewer', ['reviewer'])
  made['signatory'] = await of('signatory', ['signatory'])
  made['unauthorised'] = await of('unauthorised', ['signatory', 'reviewer'])
  made['stranger'] = await of('stranger', ['technician', 'reviewer', 'signatory'], 'OTHER')
  const authorised: [person: string, activity: string][] = [
    ['technician', 'perform'],
    ['technician', 'review'],
    ['technician', 'authorise'],
    ['reviewer', 'review'],
    ['signatory', 'authorise'],
  ]
  for (const [person, activity] of authorised) {
    const granted = { person, activity, validFrom: '2025-01-01', evidence: 'Training record 12' }
    must(await admin.post('/v1/authorizations', granted))
  }
}

async function standing(admin: Asking): Promise<void> {
  must(
    await admin.post('/v1/normative-documents', {
      code: 'JJG 99-2022',
      number: 'JJG 99',
      edition: '2022',
      title: { en: 'Weights', zh: '砝码' },
      inForceFrom: '2022-12-01',
    }),
  )
  const scope = {
    range: { lower: '1', upper: '20', unit: 'kg' },
    uncertainty: { form: 'quadrature', unit: 'mg', a: '10', b: '0', coverageFactor: 2 },
    validFrom: '2024-01-01',
  }
  const competence = (code: string, organization: string, kind: string) =>
    admin.post('/v1/competences', {
      code,
      organization,
      kind,
      issuer: 'Issuer',
      number: `${code}-1`,
      measurandKind: 'mass.conventional',
      scope,
    })
  must(await competence('NMI-MASS', 'NMI', 'kcdb-cmc'))
  must(await competence('LAB-MASS', 'LAB', 'accreditation'))
  must(await reference(admin))
  must(await equipment(admin, 'STANDARD', 'LAB', 'working-standard'))
  must(await equipment(admin, 'WEIGHT', 'PLANT', 'instrument'))
}

const reference = (admin: Asking): Promise<Answer> =>
  admin.post('/v1/references', {
    code: 'KG',
    kind: 'national-standard',
    holder: 'NMI',
    name: { en: 'National standard of mass', zh: '质量国家基准' },
    measurandKind: 'mass.conventional',
    value: '10000.000',
    standardUncertainty: '0.020',
    unit: 'g',
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

export const equipment = (
  admin: Asking,
  code: string,
  owner: string,
  level: string,
  change: Record<string, unknown> = {},
): Promise<Answer> =>
  admin.post('/v1/equipment', {
    code,
    owner,
    name: { en: `Weight ${code}`, zh: `砝码 ${code}` },
    manufacturer: 'Maker',
    model: '10 kg',
    serialNumber: code,
    level,
    calibrationIntervalMonths: 12,
    ...change,
  })

/** Brings an entry to its certificate by the four people; answers with the certificate. */
export async function issued(lab: Laboratory, entry: unknown): Promise<Answer> {
  const logged = must(await lab.technician.post('/v1/calibrations', entry))
  const { id } = logged.body
  const move = async (by: Person, step: string, seen: Answer, body?: unknown) =>
    must(
      await by.post(`/v1/calibrations/${id}/${step}`, body, { 'if-match': seen.headers.get('etag') ?? '' }),
    )
  const submitted = await move(lab.technician, 'submit', logged)
  const reviewed = await move(lab.reviewer, 'review', submitted, { decision: 'approve' })
  return move(lab.signatory, 'authorise', reviewed)
}
