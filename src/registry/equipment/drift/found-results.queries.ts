import type { EntityManager } from '@mikro-orm/postgresql'
import { Certificate } from '../../certificates/certificate.entity.ts'
import { CertificateEvent } from '../../certificates/certificate-event.entity.ts'
import { readableBy } from '../../certificates/visible-to.queries.ts'
import type { Reader } from '../../people/reader.ts'
import { EquipmentEvent } from '../equipment-event.entity.ts'
import type { Equipment } from '../equipment.entity.ts'

const populate = ['issuer', 'component', 'calibration.results.measurandKind'] as const

/** Certificates of equipment that the reader may see, each in its newest version, the oldest measurement first; ended ones are left out. */
export async function certificatesInForce(em: EntityManager, equipment: Equipment, reader: Reader) {
  const all = await em.find(
    Certificate,
    { component: { equipment }, $and: [readableBy(reader)] },
    { populate, exclude: ['document'], orderBy: { performedAt: 'asc', edition: 'asc' } },
  )
  const ended = await em.find(
    CertificateEvent,
    { certificate: { component: { equipment } }, kind: { $in: ['revoked', 'withdrawn'] } },
    { populate: ['certificate'] },
  )
  const endedNumbers = new Set(ended.map(({ certificate }) => certificate.$.number))
  const newest = new Map(all.map((one) => [one.number, one]))
  return [...newest.values()].filter(({ number }) => !endedNumbers.has(number))
}

export type CertificateInForce = Awaited<ReturnType<typeof certificatesInForce>>[number]

/** After these a device is another one, as far as its drift goes. */
export const interventions = (em: EntityManager, equipment: Equipment) =>
  em.find(
    EquipmentEvent,
    { equipment, kind: { $in: ['adjustment', 'repair', 'firmware-change'] } },
    { populate: ['component'], orderBy: { occurredAt: 'asc' } },
  )
