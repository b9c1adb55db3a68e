import type { EntityManager } from '@mikro-orm/postgresql'
import type { CalibrationSearch } from '#contract/types.ts'
import type { Actor } from '#http/actor.ts'
import { Certificate } from '../certificates/certificate.entity.ts'
import { isAdministrator } from '../people/may.ts'
import { CalibrationResult } from './calibration-result.entity.ts'
import { Calibration } from './calibration.entity.ts'
import { unknownCalibration } from './calibration.refusals.ts'
import { ResultLink } from './result-link.entity.ts'

const shown = [
  'laboratory',
  'equipment.owner',
  'component.intervals',
  'method',
  'operator',
  'competence',
  'customer',
  'submittedBy',
  'reviewedBy',
  'authorisedBy',
  'recordedBy',
  'results.measurandKind',
] as const

/** A calibration with everything that its view shows. */
export const findCalibration = (em: EntityManager, id: string) =>
  em.findOne(Calibration, { id }, { populate: shown, orderBy: { results: { position: 'asc' } } })

export type WholeCalibration = NonNullable<Awaited<ReturnType<typeof findCalibration>>>

/** The calibration as it stands, for whoever may see it. */
export async function calibrationSeen(
  em: EntityManager,
  id: string,
  actor: Actor,
): Promise<WholeCalibration> {
  const calibration = await findCalibration(em, id)
  const isVisible =
    calibration && (isAdministrator(actor) || calibration.laboratory.id === actor.organization.id)
  // A stranger's calibration and one that does not exist are answered alike.
  if (!isVisible) throw unknownCalibration({ en: `None is ${id}`, zh: `没有 ${id}` })
  return calibration
}

/** What each transaction has locked and loaded: nobody else changes it before that has ended. */
const held = new WeakMap<EntityManager, HeldCalibration>()

interface HeldCalibration {
  readonly calibration: WholeCalibration
  /** When it was locked. */
  readonly version: number | undefined
}

/** Locked, loaded and seen once in a transaction, however many look at it. */
export async function calibrationHeld(em: EntityManager, id: string, actor: Actor): Promise<HeldCalibration> {
  const before = held.get(em)
  if (before && (await heldBefore(em, id))) return before
  const version = await lockedVersion(em, id)
  const calibration = await calibrationSeen(em, id, actor)
  held.set(em, { calibration, version })
  return { calibration, version }
}

/** With whoever has been named in it since; undefined where it was not held, or has been loaded anew. */
export async function heldBefore(em: EntityManager, id: string): Promise<WholeCalibration | undefined> {
  const before = held.get(em)?.calibration
  if (before?.id !== id || em.getUnitOfWork().getById(Calibration, id) !== before) return undefined
  await em.populate(before, shown)
  return before
}

/**
 * The version as it is now, and nobody else moves the calibration until this request has ended: results are replaced
 * row by row, which no version column can guard.
 */
export async function lockedVersion(em: EntityManager, id: string): Promise<number | undefined> {
  const [row] = await em.execute<{ version: number }[]>(
    'select version from calibrations where id = ? for update',
    [id],
  )
  return row?.version
}

/** A page of calibrations, the newest first. */
export function listCalibrations(
  em: EntityManager,
  asked: CalibrationSearch & {
    readonly organization?: string
    readonly rows: number
    readonly after?: string
  },
) {
  const { laboratory, equipment, state, organization, after } = asked
  return em.find(
    Calibration,
    {
      origin: 'issued',
      ...(organization !== undefined && { laboratory: { id: organization } }),
      ...(laboratory !== undefined && { $and: [{ laboratory: { code: laboratory } }] }),
      ...(equipment !== undefined && { equipment: { code: equipment } }),
      ...(state !== undefined && { state }),
      ...(after !== undefined && { id: { $lt: after } }),
    },
    {
      populate: ['laboratory', 'equipment', 'component', 'operator', 'submittedBy', 'reviewedBy'],
      orderBy: { id: 'desc' },
      limit: asked.rows,
    },
  )
}

/** A certificate named in a budget, with its results; the newest version comes first. */
export const certificatesNumbered = (em: EntityManager, numbers: readonly string[]) =>
  em.find(
    Certificate,
    { number: { $in: [...numbers] } },
    {
      populate: ['calibration.component.equipment', 'calibration.results.measurandKind'],
      orderBy: { edition: 'desc' },
    },
  )

export type NumberedCertificate = Awaited<ReturnType<typeof certificatesNumbered>>[number]

/** Takes the results of a draft away, so that new ones can be recorded in their place. */
export async function removeResults(em: EntityManager, calibration: Calibration): Promise<void> {
  const results = await em.find(CalibrationResult, { calibration })
  await em.nativeDelete(ResultLink, { result: { $in: results.map(({ id }) => id) } })
  await em.nativeDelete(CalibrationResult, { calibration })
  for (const result of results) em.getUnitOfWork().unsetIdentity(result)
}
