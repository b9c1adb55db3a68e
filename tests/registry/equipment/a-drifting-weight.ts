import { standardTranscription, type Laboratory } from '../laboratory-of-the-tests.ts'
import { must } from '../people-of-the-tests.ts'

const point = { nominal: { value: '10', unit: 'kg' } }

interface Found {
  readonly stage: 'as-found' | 'as-left' | 'as-found-and-left'
  readonly code: string
  /** Beside 10 kg, in g. */
  readonly deviation: number
}

const result = ({ stage, code, deviation }: Found) => {
  const [original] = standardTranscription().results
  const estimate = { value: (10_000 + deviation).toFixed(3), unit: 'g' }
  const { model: _, output: __, inputs: ___, ...plain } = original!
  return { ...plain, code, stage, point, estimate }
}

/** A certificate from elsewhere for a 10 kg weight, measured on a day. */
export const certificateFor = (equipment: string, number: string, day: string, results: readonly Found[]) =>
  standardTranscription({
    number,
    item: { equipment },
    started: `${day}T09:00:00+08:00`,
    finished: `${day}T16:00:00+08:00`,
    issued: `${day}T17:00:00+08:00`,
    results: results.map(result),
  })

export const weightSince = (
  equipment: string,
  number: string,
  day: string,
  deviation: number,
  more: Record<string, unknown> = {},
) => ({
  ...certificateFor(equipment, number, day, [{ stage: 'as-found-and-left', code: 'm1', deviation }]),
  ...more,
})

/** A weight that was adjusted in 2022 and gains some 60 mg a year since then; and another one of somebody else. */
export async function heavyDrift({ admin, technician }: Laboratory): Promise<void> {
  const interval = {
    measurandKind: 'mass.conventional',
    range: { lower: '10', upper: '10', unit: 'kg' },
    maximumPermissibleError: '0.0005',
  }
  const stated = {
    manufacturer: 'Maker',
    model: 'M1 10 kg',
    level: 'working-standard',
    usedBy: 'value',
    calibrationIntervalMonths: 12,
    components: [{ code: 'main', intervals: [interval] }],
  }
  const named = (code: string, owner: string) => ({
    ...stated,
    code,
    owner,
    name: { en: 'Drifting weight', zh: '漂移砝码' },
    serialNumber: code,
  })
  must(await admin.post('/v1/equipment', named('DRIFTER', 'LAB')))
  must(await admin.post('/v1/equipment', named('PLANT-DRIFT', 'PLANT')))
  const certificates = [
    weightSince('DRIFTER', 'D-2021', '2021-06-03', 0.31),
    certificateFor('DRIFTER', 'D-2022', '2022-06-03', [
      { stage: 'as-found', code: 'm1', deviation: 0.4 },
      { stage: 'as-left', code: 'm2', deviation: 0 },
    ]),
    weightSince('DRIFTER', 'D-2023', '2023-06-03', 0.062),
    weightSince('DRIFTER', 'D-2024', '2024-06-03', 0.118),
    weightSince('DRIFTER', 'D-2025', '2025-06-03', 0.18),
  ]
  for (const each of certificates) must(await technician.post('/v1/certificates', each))
}
