import { administratorKey, ask, type App } from './client.ts'

/** The tiers of a family of standards: who calibrates at each, how many standards it has, and how well it can do it. */
export interface Tier {
  readonly laboratory: string
  readonly standards: number
  /** What the comparison at this tier adds, in mg. */
  readonly addedMilligrams: number
}

/** Depth 4 to 8 with the instruments below; about fifty results above each of them. */
export const tiers: readonly Tier[] = [
  { laboratory: 'NMI', standards: 6, addedMilligrams: 10 },
  { laboratory: 'LAB1', standards: 12, addedMilligrams: 20 },
  { laboratory: 'LAB2', standards: 16, addedMilligrams: 40 },
  { laboratory: 'LAB3', standards: 18, addedMilligrams: 80 },
  { laboratory: 'LAB4', standards: 18, addedMilligrams: 160 },
  { laboratory: 'LAB5', standards: 18, addedMilligrams: 320 },
  { laboratory: 'LAB6', standards: 18, addedMilligrams: 640 },
]

const referencesAbove = 3
const groups = 4

/** National references: three of them stand above each family, so that each has a quarter of the country below it. */
export const references = Array.from({ length: groups * referencesAbove }, (_, i) => `KG${i + 1}`)

export function referencesOfFamily(family: number): readonly string[] {
  const first = ((family - 1) % groups) * referencesAbove
  return references.slice(first, first + referencesAbove)
}

export const roles = ['technician', 'reviewer', 'signatory'] as const
export const method = 'JJG 99-2022'
export const kind = 'mass.conventional'
export const personOf = (laboratory: string, role: (typeof roles)[number]) => `${laboratory}-${role}`
export const competenceOf = (laboratory: string) => `${laboratory}-MASS`

export type Keys = ReadonlyMap<string, string>

/** Everything that stands before the first certificate, through the API; answers with the keys of the people. */
export async function registerLaboratories(app: App): Promise<Keys> {
  const post = (path: string, body: unknown) => ask(app, 'POST', path, { key: administratorKey, body })
  const laboratories = tiers.map(({ laboratory }) => laboratory)
  for (const code of [...laboratories, 'PLANT']) await post('/v1/organizations', organization(code))
  await post('/v1/normative-documents', {
    code: method,
    number: 'JJG 99',
    edition: '2022',
    title: { en: 'Weights', zh: '砝码' },
    inForceFrom: '2020-12-01',
  })
  for (const code of laboratories) await post('/v1/competences', competence(code))
  for (const code of references) await post('/v1/references', reference(code))
  const keys = new Map<string, string>()
  for (const laboratory of laboratories) {
    for (const role of roles) keys.set(personOf(laboratory, role), await hire(post, laboratory, role))
  }
  return keys
}

const organization = (code: string) => ({
  code,
  name: { en: `Organization ${code} of the bench`, zh: `${code} 实验室` },
  economy: 'CN',
  sites: [{ code: 'main', address: `1 ${code} Road` }],
  roles: [
    code === 'NMI'
      ? 'national-metrology-institute'
      : code === 'PLANT'
        ? 'enterprise'
        : 'calibration-laboratory',
  ],
  fictional: true,
})

const competence = (laboratory: string) => ({
  code: competenceOf(laboratory),
  organization: laboratory,
  kind: laboratory === 'NMI' ? 'kcdb-cmc' : 'accreditation',
  issuer: 'Issuer of the bench',
  number: `${laboratory}-1`,
  measurandKind: kind,
  scope: {
    range: { lower: '1', upper: '20', unit: 'kg' },
    uncertainty: { form: 'quadrature', unit: 'mg', a: '1', b: '0', coverageFactor: 2 },
    validFrom: '2020-01-01',
  },
})

const reference = (code: string) => ({
  code,
  kind: 'national-standard',
  holder: 'NMI',
  name: { en: `National standard ${code}`, zh: `质量国家基准 ${code}` },
  measurandKind: kind,
  value: '10000.000',
  standardUncertainty: '0.002',
  unit: 'g',
  source: 'Made for the bench',
  evidence: [
    {
      kind: 'national-standard-certificate',
      description: 'Certificate of the national standard',
      source: 'Made for the bench',
      validFrom: '2020-01-01',
    },
  ],
})

async function hire(
  post: (path: string, body: unknown) => ReturnType<typeof ask>,
  laboratory: string,
  role: (typeof roles)[number],
): Promise<string> {
  const code = personOf(laboratory, role)
  await post('/v1/people', { code, organization: laboratory, name: code })
  const activity = { technician: 'perform', reviewer: 'review', signatory: 'authorise' }[role]
  await post('/v1/authorizations', {
    person: code,
    activity,
    validFrom: '2020-01-01',
    evidence: 'Record of the bench',
  })
  const { body } = await post('/v1/api-keys', { person: code, roles: [role] })
  return String(body['key'])
}
