import type { EntityManager } from '@mikro-orm/postgresql'
import { SignatureAct, type SignatureMeaning } from './signature-act.entity.ts'

export const actsOn = (em: EntityManager, calibration: string) =>
  em.find(SignatureAct, { calibration }, { populate: ['person'], orderBy: { id: 'asc' } })

/** On every calibration that stands behind the versions of a certificate. */
export const actsBehind = (em: EntityManager, calibrations: readonly string[]): Promise<SignedAct[]> =>
  em.find(
    SignatureAct,
    { calibration: { $in: [...calibrations] } },
    { populate: ['person'], orderBy: { id: 'asc' } },
  )

export type SignedAct = Awaited<ReturnType<typeof actsOn>>[number]

/** The signatures that count: the newest of who performed it, and what was signed after it. */
export function standing(acts: readonly SignedAct[]): Partial<Record<SignatureMeaning, SignedAct>> {
  const from = acts.findLastIndex(({ meaning }) => meaning === 'performed')
  if (from < 0) return {}
  return Object.fromEntries(acts.slice(from).map((act) => [act.meaning, act]))
}

interface KeyHeld {
  readonly person: string
  readonly issuedAt: Date
  readonly isValid: boolean
}

/** The key as it is now; whoever revokes it waits until the signature is committed, or has been before it. */
export async function keyHeld(em: EntityManager, id: string, now: Date): Promise<KeyHeld | undefined> {
  const [row] = await em.execute<{ person: string; issuedAt: string; isValid: boolean }[]>(
    `select person_id as person, recorded_at as "issuedAt",
            revoked_at is null and (expires_at is null or expires_at > ?) as "isValid"
       from api_keys where id = ? for share`,
    [now, id],
  )
  return row && { ...row, issuedAt: new Date(row.issuedAt) }
}
