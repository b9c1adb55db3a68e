import type { EntityManager } from '@mikro-orm/postgresql'
import { preparedRows } from '#db/prepared.ts'
import { isAdministrator } from '../../people/may.ts'
import type { Actor } from '#http/actor.ts'

/** A certificate or file that may be meant. */
export interface Candidate {
  readonly kind: 'certificate' | 'import'
  readonly number: string
  readonly issuer: string
  readonly sha256: string
  readonly signedDigests: readonly string[]
  readonly ended: 'withdrawn' | 'revoked' | 'superseded' | null
}

/** What somebody may know of: public certificates and those of the own organization; files that it imported. */
const scope = (actor: Actor) => [isAdministrator(actor), actor.organization.id] as const

/** Every version of a certificate, and every file, with one of these numbers. */
export const candidatesNumbered = (
  em: EntityManager,
  numbers: readonly string[],
  actor: Actor,
): Promise<readonly Candidate[]> =>
  preparedRows<Candidate>(
    em,
    `select 'certificate' as kind, t.number, o.code as issuer, t.sha256, '[]'::jsonb as "signedDigests",
            coalesce(
              (select e.kind from certificate_events e join certificates v on v.id = e.certificate_id
                where v.number = t.number and e.kind in ('revoked', 'withdrawn') order by e.kind limit 1),
              case when exists (select 1 from certificates n where n.number = t.number and n.edition > t.edition)
                   then 'superseded' end
            ) as ended
       from certificates t
       join organizations o on o.id = t.issuer_id
       join calibrations c on c.id = t.calibration_id
       join equipment e on e.id = c.equipment_id
      where t.number = any($1::text[])
        and ($2::boolean or t.visibility in ('public', 'status') or $3::uuid in (t.issuer_id, c.customer_id, e.owner_id))
     union all
     select 'import', i.number, i.laboratory, i.sha256, i.signed_digests, null
       from certificate_imports i
      where i.number = any($1::text[]) and ($2::boolean or i.organization_id = $3::uuid)
      order by 1, 2, 4
      limit 500`,
    [numbers, ...scope(actor)],
  )

export interface Resembling {
  readonly number: string
  readonly issuer: string
  /** What was asked for, as it was compared. */
  readonly key: string
}

/** Certificates with one of these numbers, which are other writings of the one that was asked for. */
export const certificatesWritten = (
  em: EntityManager,
  numbers: readonly string[],
  actor: Actor,
): Promise<readonly Resembling[]> =>
  preparedRows<Resembling>(
    em,
    `select t.number, o.code as issuer, t.number as key
       from certificates t
       join organizations o on o.id = t.issuer_id
       join calibrations c on c.id = t.calibration_id
       join equipment e on e.id = c.equipment_id
      where t.number = any($1::text[])
        and t.edition = 1
        and ($2::boolean or t.visibility in ('public', 'status') or $3::uuid in (t.issuer_id, c.customer_id, e.owner_id))
      order by t.number
      limit 100`,
    [numbers, ...scope(actor)],
  )

/** The certificates of devices with one of these serial numbers. */
export const certificatesOfDevices = (
  em: EntityManager,
  serialNumbers: readonly string[],
  actor: Actor,
): Promise<readonly Resembling[]> =>
  preparedRows<Resembling>(
    em,
    `select t.number, o.code as issuer, e.serial_number as key
       from equipment e
       join equipment_components m on m.equipment_id = e.id
       join certificates t on t.component_id = m.id and t.edition = 1
       join calibrations c on c.id = t.calibration_id
       join organizations o on o.id = t.issuer_id
      where e.serial_number = any($1::text[])
        and ($2::boolean or t.visibility in ('public', 'status') or $3::uuid in (t.issuer_id, c.customer_id, e.owner_id))
      order by t.performed_at desc, t.number
      limit 100`,
    [serialNumbers, ...scope(actor)],
  )
