import type { MikroORM } from '@mikro-orm/postgresql'
import { v7 } from 'uuid'
import { evaluateResults } from '#registry/calibrations/results/evaluate-results.ts'
import { Calibration } from '#registry/calibrations/calibration.entity.ts'
import { recordResults } from '#registry/calibrations/results/record-results.ts'
import type { UpstreamSource } from '#registry/calibrations/results/upstream.queries.ts'
import { contentOf } from '#registry/certificates/certificate-content.view.ts'
import { writeCertificate } from '#registry/certificates/issuing/write-certificate.ts'
import { calibrationBody, weightCompared } from './comparison.ts'
import { checkBetween, isWithdrawn, withdraw } from './happenings.ts'
import { referencesOfFamily, tiers } from './laboratories.ts'
import { landOf, registerItem, type Land } from './land.ts'
import { enterInLog } from './logged.ts'

/** A certificate of the bench and how many results stand above its one result. */
export interface Made {
  readonly number: string
  readonly result: string
  readonly ancestors: number
}

interface Work {
  readonly number: string
  readonly tier: number
  readonly level: 'working-standard' | 'instrument'
  readonly sources: readonly UpstreamSource[]
}

const dayMs = 86_400_000
const daysBetweenTiers = 10
const instrumentsOfFamily = 128
const mostFanIn = 5

/**
 * Certificates in families: standards in seven tiers, each from one to five standards of the tier above, and instruments
 * below the fourth to the seventh tier. Written by the functions that issue certificates, only many in one transaction:
 * budgets are evaluated, documents are canonical, hashes verify. The same seed gives the same families.
 */
export async function generateCertificates(
  orm: MikroORM,
  count: number,
  begin: Date,
): Promise<readonly Made[]> {
  const random = randomNumbers(20_260_302)
  const made: Made[] = []
  for (let family = 1; made.length < count; family++) {
    await orm.em.fork().transactional(async (tx) => {
      const land = await landOf(tx)
      made.push(...generateFamily(land, family, begin, random))
      await tx.flush()
      for (const issue of land.issues) issue()
      await enterInLog(tx)
    })
  }
  return made
}

function generateFamily(land: Land, family: number, begin: Date, random: () => number): Made[] {
  const made: Made[] = []
  const calibrated = (work: Work): UpstreamSource => {
    const { source, told } = calibrate(land, work, begin)
    made.push(told)
    return source
  }
  const ownReferences = referencesOfFamily(family)
  const rows: UpstreamSource[][] = []
  for (const [tier, { standards }] of tiers.entries()) {
    const above = rows[tier - 1]
    rows.push(
      Array.from({ length: standards }, (_, i) => {
        const sources = above
          ? pick(above, random)
          : [land.reference(ownReferences[i % ownReferences.length] ?? '')]
        return calibrated({
          number: `F${family}-T${tier + 1}-${i + 1}`,
          tier,
          level: 'working-standard',
          sources,
        })
      }),
    )
  }
  for (let i = 1; i <= instrumentsOfFamily; i++) {
    const tier = 3 + Math.floor(random() * 4)
    const sources = pick(rows[tier] ?? [], random)
    calibrated({
      number: `F${family}-I-${i}`,
      tier: Math.min(tier + 1, tiers.length - 1),
      level: 'instrument',
      sources,
    })
  }
  return made
}

function pick(above: readonly UpstreamSource[], random: () => number): UpstreamSource[] {
  const wanted = 1 + Math.floor(random() * mostFanIn)
  const picked = Array.from({ length: wanted }, () => above[Math.floor(random() * above.length)])
  return [...new Set(picked)].filter((source) => source !== undefined)
}

function calibrate(land: Land, { number, tier, level, sources }: Work, begin: Date) {
  const { laboratory: code, addedMilligrams } = tiers[tier] ?? { laboratory: 'LAB6', addedMilligrams: 640 }
  const started = new Date(
    begin.getTime() + (tier * daysBetweenTiers + (level === 'instrument' ? 5 : 0)) * dayMs,
  )
  const finished = new Date(started.getTime() + dayMs / 8)
  const component = registerItem(land, { code: number, level, recordedAt: started })
  const entry = weightCompared(
    sources.map(({ from }) => from),
    addedMilligrams,
  )
  const calibration = recordCalibration(land, code, { started, finished }, component, entry)

  const named = sources.map((source, i) => [`/results/0/inputs/S${i + 1}/from`, source] as const)
  const kinds = new Map([[land.kind.code, land.kind]])
  const around = { kinds, sources: new Map(named), componentId: component.id, startedAt: started }
  const [result] = recordResults(land.em, calibration, evaluateResults([entry], around), kinds, finished)
  if (!result) throw new Error('An entry gives a result')

  land.issues.push(() => issue(land, code, calibration, number))
  if (level !== 'instrument') checkBetween(land, component, land.laboratory(code).people.reviewer, finished)
  const figures = {
    estimate: result.estimate,
    standardUncertainty: result.standardUncertainty ?? undefined,
    degreesOfFreedom: result.degreesOfFreedom ?? Infinity,
    unit: result.unit,
  }
  const source: UpstreamSource = {
    from: { certificate: number, version: 1, result: result.code },
    result,
    componentId: component.id,
    measurandKind: land.kind.code,
    finishedAt: finished,
    figures,
  }
  return { source, told: { number, result: result.id, ancestors: result.ancestors.length } }
}

function recordCalibration(
  land: Land,
  code: string,
  times: { readonly started: Date; readonly finished: Date },
  component: ReturnType<typeof registerItem>,
  entry: ReturnType<typeof weightCompared>,
): Calibration {
  const { laboratory, people, competence } = land.laboratory(code)
  const issuedAt = issuedAfter(times.finished)
  return land.em.create(Calibration, {
    id: v7(),
    origin: 'issued',
    state: 'authorised',
    laboratory,
    equipment: component.equipment,
    component,
    method: land.method,
    startedAt: times.started,
    finishedAt: times.finished,
    environment: [],
    operator: people.technician,
    competence,
    certificateKind: 'calibration',
    reviewedBy: people.reviewer,
    reviewedAt: issuedAt,
    authorisedBy: people.signatory,
    authorisedAt: issuedAt,
    stated: calibrationBody(code, component.equipment.getEntity().code, times, entry),
    recordedBy: people.technician,
    recordedAt: times.finished,
  })
}

const issuedAfter = (finished: Date) => new Date(finished.getTime() + dayMs / 2)

function issue(land: Land, code: string, calibration: Calibration, number: string): void {
  const { technician: performed, reviewer: reviewed, signatory: authorised } = land.laboratory(code).people
  const issuedAt = issuedAfter(calibration.finishedAt)
  const people = { performed, reviewed, authorised }
  const { recordedBy } = calibration
  const content = contentOf(calibration, { standards: [], attachments: [] })
  const writing = { number, version: 1, issuedAt, content, people, recordedBy }
  const certificate = writeCertificate(land.em, calibration, writing, issuedAt)
  if (isWithdrawn(number)) withdraw(land, certificate, reviewed)
}

/** mulberry32: small, seeded, good enough to choose standards. */
export function randomNumbers(seed: number): () => number {
  let state = seed
  return () => {
    state = (state + 0x6d2b79f5) | 0
    let t = Math.imul(state ^ (state >>> 15), 1 | state)
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t
    return ((t ^ (t >>> 14)) >>> 0) / 4_294_967_296
  }
}
