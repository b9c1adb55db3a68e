import { existsSync } from 'node:fs'
import { readSchemas } from '#compute/certificate-files/schema-directory.ts'
import { schemaCheckOf } from '#exchange/dcc/schema-check/check-against-schemas.ts'
import type { CertificateSource, SourceResult } from '#exchange/dcc/writing/certificate-source.ts'
import { dccOf } from '#exchange/dcc/writing/dcc-of.ts'
import { sealingKeyFrom } from '#exchange/xml-signature/sealing-key.ts'
import { verifySignatures } from '#exchange/xml-signature/verify-signatures.ts'
import { newSealingPem } from '../src/keys.ts'
import type { Row } from './row.ts'

const schemaDirectory = process.env.ETALON_DCC_SCHEMA_DIR ?? '../shared/dcc/xsd'
const rounds = 200

/** A certificate of ten points, each with a budget of five lines: some 30 kB of XML. */
export function benchDccExport(): readonly Row[] {
  const key = sealingKeyFrom(newSealingPem(new Date()))
  const context = { origin: 'https://etalon.example', sha256: 'ab'.repeat(32), country: 'CN', key }
  const source = certificate()
  const write = () => dccOf(source, context)
  const file = write()
  const trusted = [key.certificate.toString()]
  const rows: Row[] = [
    { name: 'DCC: write and seal', unit: 'ms', ours: median(write) },
    { name: 'DCC: verify the seal', unit: 'ms', ours: median(() => verifySignatures(file, trusted)) },
  ]
  if (!existsSync(schemaDirectory)) return rows
  const schemas = schemaCheckOf(readSchemas(schemaDirectory))
  const checked = () => {
    const faults = schemas.faultsOf(write(), '3.3.0')
    if (faults?.length !== 0) throw new Error(`The file is not valid: ${JSON.stringify(faults)}`)
  }
  const ours = median(checked)
  return [
    ...rows,
    { name: 'DCC: write, seal and check against the schema', unit: 'ms', ours, target: { oursAtMost: 10 } },
  ]
}

/** The middle one of many: the first ones compile, and a busy machine makes some of them long. */
function median(work: () => unknown): number {
  const times = Array.from({ length: rounds }, () => {
    const start = performance.now()
    work()
    return performance.now() - start
  })
  return times.toSorted((a, b) => a - b)[Math.floor(rounds / 2)] ?? Number.NaN
}

export function certificate(): CertificateSource {
  const codes = Array.from({ length: 10 }, (_, i) => `m${i + 1}`)
  return {
    number: 'BENCH-2026-0001',
    version: 1,
    kind: 'calibration',
    issuer: { code: 'BENCH', name: { en: 'Laboratory', zh: '实验室' } },
    item: { equipment: 'BENCH-1', component: 'main', name: { en: 'Weights', zh: '砝码' }, serialNumber: '1' },
    started: '2026-03-02T00:30:00.000Z',
    finished: '2026-03-02T08:00:00.000Z',
    issued: '2026-03-03T02:00:00.000Z',
    environment: [{ quantity: 'temperature', value: { value: '20.1', unit: '°C' } }],
    standards: codes.map((result) => ({
      inputs: [{ result, input: 'm_S' }],
      certificate: 'BENCH-2025-0001',
      version: 1,
      sha256: 'cd'.repeat(32),
      issuer: { code: 'NMI', name: { en: 'Metrology institute', zh: '计量院' } },
    })),
    results: codes.map(result),
    signatures: [
      { meaning: 'authorised', person: 'BENCH.S', name: 'Li Lei', at: '2026-03-03T02:00:00.000Z' },
    ],
  }
}

const result = (code: string, row: number): SourceResult => ({
  code,
  measurandKind: 'mass.conventional',
  stage: 'as-found-and-left',
  point: { nominal: { value: String(row + 1), unit: 'kg' } },
  unit: 'g',
  standardUncertainty: 0.0146,
  effectiveDegreesOfFreedom: 'infinity',
  reported: { value: `${row + 1}000.025`, expandedUncertainty: '0.029', coverageFactor: '2' },
  conformity: {
    rule: 'guarded-U',
    limits: { lower: { value: `${row}999.95`, unit: 'g' }, upper: { value: `${row + 1}000.05`, unit: 'g' } },
    acceptanceLimits: { lower: row + 0.979, upper: row + 1.021 },
    outcome: 'pass',
    specificRisk: 0.001,
  },
  budget: {
    engine: { name: 'etalon', version: '0.1.0' },
    model: { outputs: { m_X: 'm_S + dm_D + dm + dm_C + dB' } },
    output: 'm_X',
    lines: ['m_S', 'dm_D', 'dm', 'dm_C', 'dB'].map((symbol) => ({
      symbol,
      unit: 'kg',
      estimate: 0.00002,
      standardUncertainty: 0.0000225,
      degreesOfFreedom: 'infinity',
      sensitivity: 1,
      contribution: 0.0000225,
      share: 0.2,
    })),
  },
})
