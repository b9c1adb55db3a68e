import type { EntityManager } from '@mikro-orm/postgresql'
import { Certificate } from '../../certificates/certificate.entity.ts'
import { CalibrationResult } from '../calibration-result.entity.ts'

/** Whose standards, of what, and when they would be used. */
export interface CandidatesAsked {
  readonly laboratoryId: string
  readonly measurandKind: string
  /** The component that is calibrated: it is no standard of its own. */
  readonly componentId: string
  readonly started: Date
}

/** More certified results of one kind than a laboratory keeps in use. */
const mostRows = 2000

/** The newest certified result of each point of each standard that was finished before the work begins. */
export async function certifiedResults(em: EntityManager, asked: CandidatesAsked) {
  const rows = await em.find(
    CalibrationResult,
    {
      measurandKind: { code: asked.measurandKind },
      calibration: {
        finishedAt: { $lte: asked.started },
        component: { id: { $ne: asked.componentId } },
        equipment: { owner: { id: asked.laboratoryId } },
      },
    },
    {
      populate: ['measurandKind', 'calibration.component', 'calibration.equipment'],
      orderBy: { calibration: { finishedAt: 'desc' }, position: 'asc' },
      limit: mostRows,
    },
  )
  const certificates = await em.find(
    Certificate,
    { calibration: { $in: [...new Set(rows.map(({ calibration }) => calibration.id))] } },
    { orderBy: { edition: 'desc' } },
  )
  const certificateOf = new Map(certificates.toReversed().map((one) => [one.calibration.id, one]))
  const seen = new Set<string>()
  return rows.flatMap((result) => {
    const certificate = certificateOf.get(result.calibration.id)
    const { nominal, nominalUnit, parameters, calibration } = result
    const place = JSON.stringify([calibration.$.component.id, nominal, nominalUnit, parameters])
    if (!certificate || seen.has(place)) return []
    seen.add(place)
    return [{ result, certificate }]
  })
}

export type CertifiedResult = Awaited<ReturnType<typeof certifiedResults>>[number]
