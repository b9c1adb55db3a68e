import { v7 } from 'uuid'
import { CertificateEvent } from '#registry/certificates/certificate-event.entity.ts'
import type { Certificate } from '#registry/certificates/certificate.entity.ts'
import type { Component } from '#registry/equipment/component.entity.ts'
import { EquipmentEvent } from '#registry/equipment/equipment-event.entity.ts'
import type { Person } from '#registry/people/person.entity.ts'
import type { Land } from './land.ts'

const dayMs = 86_400_000

/** A standard was checked between its calibrations, and found good. */
export function checkBetween(land: Land, component: Component, by: Person, calibrated: Date): void {
  const occurredAt = new Date(calibrated.getTime() + 90 * dayMs)
  land.em.create(EquipmentEvent, {
    id: v7(),
    equipment: component.equipment,
    component,
    kind: 'intermediate-check',
    outcome: 'passed',
    occurredAt,
    detail: 'Compared with a check standard',
    recordedBy: by,
    recordedAt: occurredAt,
  })
}

/** Of so many instruments the certificate of one was withdrawn. */
const withdrawnEvery = 64

export const isWithdrawn = (number: string): boolean => {
  const position = /-I-(\d+)$/.exec(number)?.[1]
  return position !== undefined && Number(position) % withdrawnEvery === 0
}

export function withdraw(land: Land, certificate: Certificate, by: Person): void {
  const effectiveFrom = new Date(certificate.issuedAt.getTime() + 30 * dayMs)
  land.em.create(CertificateEvent, {
    id: v7(),
    certificate,
    kind: 'withdrawn',
    effectiveFrom,
    cause: 'Returned to its maker',
    recordedBy: by,
    recordedAt: effectiveFrom,
  })
}
