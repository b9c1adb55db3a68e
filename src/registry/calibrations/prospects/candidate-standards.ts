import type { EntityManager } from '@mikro-orm/postgresql'
import type { CandidateStandards, CandidateStandardsQuestion } from '#contract/types.ts'
import type { Actor } from '#http/actor.ts'
import type { ChainRecords, PointOfUse } from '#metrology/traceability/records.ts'
import { within } from '#refusal.ts'
import { MeasurandKind } from '../../measurand-kinds/measurand-kind.entity.ts'
import { Organization } from '../../organizations/organization.entity.ts'
import { requireOwn } from '../../people/may.ts'
import { chainRecords } from '../../traceability/chain-records.ts'
import { chainsAbove } from '../../traceability/chain.queries.ts'
import { coherentValue, coherentValues, figuresIn } from '../../traceability/coherent-figures.ts'
import { readerOf, withheld } from '../../traceability/withhold.ts'
import { componentNamed, recordNamed } from '../named-records.queries.ts'
import { timesOf } from '../times-of-work.ts'
import { certifiedResults, type CertifiedResult } from './candidates.queries.ts'
import { judgeCandidates, type Candidate } from './judge-candidates.ts'
import { viewCandidate } from './candidate.view.ts'
import { nearestOfEach } from './nearest.ts'

/** As many as are answered. */
const most = 200

/** Which standards of a laboratory could be used on a day, and why the others could not (ISO/IEC 17025:2017, 6.4, 6.5). */
export async function candidateStandards(
  em: EntityManager,
  asked: CandidateStandardsQuestion,
  actor: Actor,
  now: Date,
): Promise<CandidateStandards> {
  const laboratory = await recordNamed(em, Organization, asked.laboratory, '/laboratory')
  requireOwn(actor, laboratory.id, '/laboratory')
  await recordNamed(em, MeasurandKind, asked.measurandKind, '/measurandKind')
  const component = await componentNamed(em, asked.item, '/item/equipment')
  const { started, finished = started, measurandKind } = asked
  const { startedAt, finishedAt } = timesOf({ started, finished }, now)
  const point = within('/point', () => pointOfUse(asked.point))
  const sought = { laboratoryId: laboratory.id, measurandKind, componentId: component.id, started: startedAt }
  const results = nearestOfEach(await certifiedResults(em, sought), point)

  const answered = results.slice(0, most)
  const rows = await chainsAbove(
    em,
    answered.map(({ result }) => result.id),
  )
  const records = chainRecords(withheld(rows, readerOf(actor)))
  const candidates = answered.flatMap((one) => candidateOf(one, records))
  const work = {
    laboratoryId: laboratory.id,
    equipmentId: component.equipment.id,
    component: component.code,
    measurandKind,
    started: startedAt,
    finished: finishedAt,
    point,
  }
  const findings = judgeCandidates(records, candidates, work, now)
  const items = answered.map((one) => viewCandidate(one, findings.get(one.result.id) ?? []))
  return {
    items: items.toSorted((a, b) => Number(b.admissible) - Number(a.admissible)),
    more: results.length > answered.length,
  }
}

function pointOfUse(stated: CandidateStandardsQuestion['point']): PointOfUse {
  if (!stated) return {}
  const { value, parameters } = stated
  const texts = Object.entries(parameters ?? {}).map(
    ([name, { value: text, unit }]) => [name, { value: String(text), unit }] as const,
  )
  return {
    ...(value && { value: coherentValue({ value: String(value.value), unit: value.unit }) }),
    ...(texts.length > 0 && { parameters: coherentValues(Object.fromEntries(texts)) }),
  }
}

/** The newest version of the certificate that states it: that is what would be named today. */
function candidateOf({ result, certificate }: CertifiedResult, records: ChainRecords): Candidate[] {
  const stated = records.results.find(
    (one) => one.certificateId === certificate.id && one.code === result.code,
  )
  if (!stated) return []
  return [
    {
      id: result.id,
      upstream: { kind: 'result', resultId: stated.id },
      estimate: stated.estimate,
      standardUncertainty: stated.standardUncertainty ?? 0,
      unit: figuresIn(result.unit).coherentSymbol,
    },
  ]
}
