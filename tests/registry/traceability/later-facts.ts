import { standardTranscription, type Laboratory } from '../laboratory-of-the-tests.ts'
import { must, type Answer } from '../people-of-the-tests.ts'

/** What is recorded later, step by step: the steps of a story stay in their order, stories come in any. */
export type Story = readonly ((lab: Laboratory, number: string) => Promise<unknown>)[]

/** States a record anew: what is answered is sent back, with these members changed. */
async function restated(lab: Laboratory, path: string, members: readonly string[], change: object) {
  const seen = must(await lab.admin.get(path))
  const kept = Object.fromEntries(members.flatMap((one) => (one in seen.body ? [[one, seen.body[one]]] : [])))
  return must(await lab.admin.put(path, { ...kept, ...change }, seen.body.version))
}

const ofOrganization = ['name', 'legalIdentifier', 'economy', 'roles', 'sites', 'fictional']
const ofEquipment =
  'name manufacturer model serialNumber level usedBy calibrationIntervalMonths driftAllowance mandatoryVerification location state'.split(
    ' ',
  )

const tag = ({ headers }: Answer) => ({ 'if-match': headers.get('etag') ?? '' })

const organizations: Story = [
  (lab) =>
    restated(lab, '/v1/organizations/NMI', ofOrganization, {
      roles: ['enterprise'],
      name: { en: 'Mill', zh: '厂' },
    }),
  (lab) => restated(lab, '/v1/organizations/LAB', ofOrganization, { roles: ['legal-metrology-institute'] }),
]

const equipment: Story = [
  (lab) =>
    restated(lab, '/v1/equipment/STANDARD', ofEquipment, {
      level: 'enterprise-highest-standard',
      usedBy: 'class',
      driftAllowance: { value: '0.001', unit: 'mg' },
      calibrationIntervalMonths: 3,
    }),
  (lab) => restated(lab, '/v1/equipment/STANDARD', ofEquipment, { usedBy: 'value', location: 'Cellar' }),
  async (lab) => {
    const component = {
      code: 'second',
      intervals: [
        {
          measurandKind: 'mass.conventional',
          range: { lower: '1', upper: '20', unit: 'kg' },
          maximumPermissibleError: '0.001',
        },
      ],
    }
    const seen = must(await lab.admin.get('/v1/equipment/STANDARD'))
    return must(await lab.admin.post('/v1/equipment/STANDARD/components', component, tag(seen)))
  },
]

const happened =
  (kind: string, more: object = {}): Story[number] =>
  async (lab) =>
    must(
      await lab.admin.post('/v1/equipment/STANDARD/events', {
        kind,
        occurredAt: '2026-01-15T08:00:00Z',
        detail: 'Told late',
        ...more,
      }),
    )
const events: Story = [happened('overload'), happened('intermediate-check', { outcome: 'failed' })]

const restrictions: Story = [
  async (lab) =>
    must(
      await lab.admin.post('/v1/equipment/STANDARD/restrictions', {
        validFrom: '2026-01-01',
        reason: 'A scratch',
      }),
    ),
  async (lab) => {
    const [{ id }] = must(await lab.admin.get('/v1/equipment/STANDARD/restrictions')).body.items
    const end = { validTo: '2026-01-31', reason: 'Polished' }
    return must(await lab.admin.post(`/v1/equipment-restrictions/${id}/end`, end))
  },
]

const competences: Story = [
  async (lab) => {
    const seen = must(await lab.admin.get('/v1/competences/LAB-MASS'))
    const uncertainty = { form: 'quadrature', unit: 'mg', a: '500', b: '0', coverageFactor: 2 }
    const scope = { range: { lower: '1', upper: '2', unit: 'kg' }, uncertainty, validFrom: '2026-01-01' }
    const body = { scope, reason: 'Reduced' }
    return must(await lab.admin.post('/v1/competences/LAB-MASS/versions', body, tag(seen)))
  },
  async (lab) => {
    const seen = must(await lab.admin.get('/v1/competences/NMI-MASS'))
    const body = { status: 'withdrawn', effectiveFrom: '2025-01-01', reason: 'Told late' }
    return must(await lab.admin.post('/v1/competences/NMI-MASS/statuses', body, tag(seen)))
  },
]

const references: Story = [
  (lab) =>
    restated(lab, '/v1/references/KG', [], { name: { en: 'Another name', zh: '别名' }, source: 'Elsewhere' }),
  async (lab) => {
    const evidence = {
      kind: 'comparison',
      description: 'A comparison',
      source: 'Report',
      validFrom: '2020-01-01',
    }
    const seen = must(await lab.admin.get('/v1/references/KG'))
    return must(await lab.admin.post('/v1/references/KG/evidence', evidence, tag(seen)))
  },
]

const people: Story = [
  async (lab) => {
    const [granted] = must(await lab.admin.get('/v1/authorizations?person=technician')).body.items
    const { activity, evidence } = granted
    const shorter = { activity, evidence, validFrom: '2025-01-01', validTo: '2025-06-01' }
    return must(await lab.admin.put(`/v1/authorizations/${granted.id}`, shorter, granted.version))
  },
  (lab) => restated(lab, '/v1/people/technician', [], { name: 'Somebody Else' }),
]

const documents: Story = [
  (lab) =>
    restated(lab, '/v1/normative-documents/JJG%2099-2022', ['title'], {
      inForceFrom: '2022-12-01',
      inForceTo: '2025-12-31',
    }),
  (lab) =>
    restated(lab, '/v1/measurand-kinds/mass.conventional', ['quantityKind', 'taxon', 'parameters'], {
      name: { en: 'Another name', zh: '别名' },
    }),
]

const comparison =
  (path: string, body: object): Story[number] =>
  async (lab) =>
    must(await lab.admin.post(`/v1/comparisons${path}`, body))
const far = {
  estimate: { value: '10001', unit: 'g' },
  expandedUncertainty: { value: '50', unit: 'mg' },
  coverageFactor: 2,
}
const comparisons: Story = [
  comparison('', {
    code: 'ROUND',
    name: 'Round',
    provider: 'NMI',
    measurandKind: 'mass.conventional',
    artefact: 'TS-4',
    point: { nominal: { value: '10', unit: 'kg' } },
    unit: 'g',
    openedOn: '2026-01-02',
  }),
  comparison('/ROUND/results', { competence: 'LAB-MASS', measuredOn: '2026-01-03', figures: far }),
  comparison('/ROUND/close', {
    closedOn: '2026-01-04',
    reference: { ...far, estimate: { value: '10000', unit: 'g' } },
  }),
  comparison('/ROUND/resolutions', {
    competence: 'LAB-MASS',
    resolvedOn: '2026-01-05',
    cause: 'c',
    action: 'a',
  }),
]

const certificates: Story = [
  async (lab) => {
    const [result] = standardTranscription().results
    const estimate = { value: '10000.105', unit: 'g' }
    const number = 'NMI-2026-0001'
    const found = standardTranscription({
      number,
      started: '2026-02-27T09:00:00+08:00',
      finished: '2026-02-27T16:00:00+08:00',
      issued: '2026-02-28T10:00:00+08:00',
      results: [{ ...result, estimate }],
    })
    must(await lab.technician.post('/v1/certificates', found))
    return must(await lab.reviewer.post(`/v1/certificates/${number}/check`, undefined, { 'if-match': '"1"' }))
  },
  async (lab, number) => {
    const seen = must(await lab.signatory.get(`/v1/certificates/${number}`))
    const change = { changeClass: 'editorial', reason: 'The place was misspelt', place: 'Room 2' }
    return must(await lab.signatory.post(`/v1/certificates/${number}/amend`, change, tag(seen)))
  },
  async (lab, number) => {
    const seen = must(await lab.signatory.get(`/v1/certificates/${number}`))
    const cause = 'The readings were those of another item'
    return must(await lab.signatory.post(`/v1/certificates/${number}/revoke`, { cause }, tag(seen)))
  },
]

export const stories: readonly Story[] = [
  organizations,
  equipment,
  events,
  restrictions,
  competences,
  references,
  people,
  documents,
  comparisons,
  certificates,
]
