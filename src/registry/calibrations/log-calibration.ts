import type { EntityManager } from '@mikro-orm/postgresql'
import { v7 } from 'uuid'
import type { CalibrationEntry } from '#contract/types.ts'
import type { Actor } from '#http/actor.ts'
import { Competence } from '../competences/competence.entity.ts'
import { NormativeDocument } from '../normative-documents/normative-document.entity.ts'
import { Organization } from '../organizations/organization.entity.ts'
import { requireOwn } from '../people/may.ts'
import { Person } from '../people/person.entity.ts'
import { Calibration } from './calibration.entity.ts'
import { foreignRecord, validityNotAllowed } from './calibration.refusals.ts'
import { evaluateResults } from './evaluate-results.ts'
import { componentNamed, kindsNamed, recordNamed, recordNamedIfAny } from './named-records.queries.ts'
import { timesOf } from './times-of-work.ts'
import { recordResults } from './record-results.ts'
import { upstreamSources, upstreamsNamed } from './upstream.queries.ts'

/** Records a calibration and evaluates its budgets (ISO/IEC 17025:2017, 7.5, 7.6). */
export async function logCalibration(
  em: EntityManager,
  entry: CalibrationEntry,
  actor: Actor,
  now: Date,
): Promise<Calibration> {
  const laboratory = await recordNamed(em, Organization, entry.laboratory, '/laboratory')
  requireOwn(actor, laboratory.id)
  const columns = await columnsOf(em, entry, laboratory, now)
  const kinds = await kindsOf(em, entry)
  const sources = await upstreamSources(em, upstreamsNamed(entry.results))

  const drafts = evaluateResults(entry.results, {
    kinds,
    sources,
    componentId: columns.component.id,
    startedAt: columns.startedAt,
  })

  const calibration = em.create(Calibration, {
    id: v7(),
    origin: 'issued',
    laboratory,
    ...columns,
    state: 'evaluated',
    stated: entry,
    recordedBy: em.getReference(Person, actor.person.id, { wrapped: true }),
    recordedAt: now,
  })
  recordResults(em, calibration, drafts, kinds, now)
  await em.flush()
  return calibration
}

/** The columns that are stated in the entry; the same when it is logged and when it is revised. */
export async function columnsOf(
  em: EntityManager,
  entry: CalibrationEntry,
  laboratory: Organization,
  now: Date,
) {
  const { startedAt, finishedAt } = timesOf(entry, now)
  refuseValidity(entry)
  const component = await componentNamed(em, entry.item, '/item/equipment')
  const operator = await recordNamed(em, Person, entry.operator, '/operator')
  const competence = await recordNamedIfAny(em, Competence, entry.competence, '/competence')
  requireOfLaboratory(laboratory, operator, '/operator')
  if (competence) requireOfLaboratory(laboratory, competence, '/competence')
  return {
    equipment: component.equipment,
    component,
    method: await recordNamed(em, NormativeDocument, entry.method.document, '/method/document'),
    methodDeviation: entry.method.deviation ?? null,
    startedAt,
    finishedAt,
    place: entry.place ?? null,
    environment: entry.environment ?? [],
    operator,
    competence,
    customer: await recordNamedIfAny(em, Organization, entry.customer, '/customer'),
    certificateKind: entry.certificateKind ?? 'calibration',
    certificateNumber: entry.certificateNumber ?? null,
    validUntil: entry.validUntil ?? null,
    asFoundOmitted: entry.asFoundOmitted ?? null,
    lateReason: entry.lateReason ?? null,
  } as const
}

function requireOfLaboratory(
  laboratory: Organization,
  record: { readonly code: string; readonly organization: { readonly id: string } },
  pointer: string,
): void {
  if (record.organization.id === laboratory.id) return
  throw foreignRecord(
    { en: `${record.code} is not of ${laboratory.code}`, zh: `${record.code} 不属于 ${laboratory.code}` },
    {},
    { pointer },
  )
}

/** ISO/IEC 17025:2017, 7.8.4.3: no date of recalibration; 有效期 belongs to verification. */
function refuseValidity({ validUntil, certificateKind }: CalibrationEntry): void {
  if (validUntil === undefined || certificateKind === 'verification') return
  throw validityNotAllowed(
    { en: 'Leave it out, or make it a verification', zh: '请删除，或将证书类型改为检定' },
    {},
    { pointer: '/validUntil' },
  )
}

/** The kinds of the results, and those that their inputs name. */
export const kindsOf = (em: EntityManager, { results }: Pick<CalibrationEntry, 'results'>) =>
  kindsNamed(
    em,
    results.flatMap(({ measurandKind, inputs }, position) => [
      { code: measurandKind, pointer: `/results/${position}/measurandKind` },
      ...Object.entries(inputs).flatMap(([symbol, input]) =>
        input.measurandKind === undefined
          ? []
          : [
              {
                code: input.measurandKind,
                pointer: `/results/${position}/inputs/${symbol}/measurandKind`,
              },
            ],
      ),
    ]),
  )
