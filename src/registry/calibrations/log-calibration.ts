import type { EntityManager } from '@mikro-orm/postgresql'
import { v7 } from 'uuid'
import type { CalibrationEntry } from '#contract/types.ts'
import type { Actor } from '#http/actor.ts'
import { Certificate } from '../certificates/certificate.entity.ts'
import { certificateNumberTaken } from '../certificates/certificate.refusals.ts'
import { Competence } from '../competences/competence.entity.ts'
import type { Component } from '../equipment/component.entity.ts'
import { NormativeDocument } from '../normative-documents/normative-document.entity.ts'
import { Organization } from '../organizations/organization.entity.ts'
import { requireOwn } from '../people/may.ts'
import { Person } from '../people/person.entity.ts'
import { Calibration } from './calibration.entity.ts'
import { checkConditionsOfUse, checkEnvironment } from './check-environment.ts'
import { evaluateResults } from './results/evaluate-results.ts'
import {
  componentNamed,
  kindsNamed,
  recordNamed,
  recordNamedIfAny,
  requireOf,
  siteNamed,
} from './named-records.queries.ts'
import { particularsOf, refuseParticulars } from './particulars-of-work.ts'
import { refuseValidity, timesOf } from './times-of-work.ts'
import { recordResults } from './results/record-results.ts'
import { standardsOfResults } from './results/shared-standards.queries.ts'
import { upstreamSources, upstreamsNamed } from './results/upstream.queries.ts'

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
    standards: await standardsOfResults(em, entry.results, sources, now),
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
  const kind = entry.certificateKind ?? 'calibration'
  refuseValidity(entry.validUntil, { kind, finishedAt })
  refuseParticulars(entry, { kind, startedAt, finishedAt })
  checkEnvironment(entry.environment)
  checkConditionsOfUse(entry.conditionsOfUse)
  const component = await componentNamed(em, entry.item, '/item/equipment')
  const operator = await recordNamed(em, Person, entry.operator, '/operator')
  const competence = await recordNamedIfAny(em, Competence, entry.competence, '/competence')
  requireOf(laboratory, operator, '/operator')
  requireOf(laboratory, competence, '/competence')
  await refuseTakenNumber(em, entry.certificateNumber, { laboratory, component })
  return {
    equipment: component.equipment,
    component,
    method: await recordNamed(em, NormativeDocument, entry.method.document, '/method/document'),
    methodDeviation: entry.method.deviation ?? null,
    startedAt,
    finishedAt,
    place: entry.place ?? null,
    site: siteNamed(laboratory, entry.site),
    environment: entry.environment ?? [],
    conditionsOfUse: entry.conditionsOfUse ?? null,
    operator,
    competence,
    customer: await recordNamedIfAny(em, Organization, entry.customer, '/customer'),
    certificateKind: kind,
    certificateNumber: entry.certificateNumber ?? null,
    validUntil: entry.validUntil ?? null,
    asFoundOmitted: entry.asFoundOmitted ?? null,
    lateReason: entry.lateReason ?? null,
    particulars: particularsOf(entry),
    visibility: entry.visibility ?? 'public',
  } as const
}

/** A number that stands on a certificate is free for nothing else; the one of the same item may be amended under it. */
async function refuseTakenNumber(
  em: EntityManager,
  number: string | undefined,
  { laboratory, component }: { readonly laboratory: Organization; readonly component: Component },
): Promise<void> {
  if (number === undefined) return
  const other = await em.findOne(Certificate, {
    number,
    $or: [{ issuer: { $ne: laboratory.id } }, { component: { $ne: component.id } }],
  })
  if (!other) return
  throw certificateNumberTaken(
    certificateNumberTaken.definition.title,
    { number },
    { pointer: '/certificateNumber' },
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
