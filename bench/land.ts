import type { EntityManager } from '@mikro-orm/postgresql'
import { v7 } from 'uuid'
import { toNumber } from '#metrology/quantity/reported-number.ts'
import type { UpstreamSource } from '#registry/calibrations/results/upstream.queries.ts'
import { Component } from '#registry/equipment/component.entity.ts'
import { Equipment } from '#registry/equipment/equipment.entity.ts'
import { Competence } from '#registry/competences/competence.entity.ts'
import { recordProgramme } from '#registry/equipment/record-programme.ts'
import { MeasurandKind } from '#registry/measurand-kinds/measurand-kind.entity.ts'
import { NormativeDocument } from '#registry/normative-documents/normative-document.entity.ts'
import { Organization } from '#registry/organizations/organization.entity.ts'
import { Person } from '#registry/people/person.entity.ts'
import { MetrologicalReference } from '#registry/references/metrological-reference.entity.ts'
import { competenceOf, kind as kindCode, method, personOf, roles } from './laboratories.ts'

/** The rows that every generated certificate points at, loaded into one EntityManager. */
export type Land = Awaited<ReturnType<typeof landOf>>

export async function landOf(em: EntityManager) {
  const organizations = await byCode(em.findAll(Organization))
  const people = await byCode(em.findAll(Person))
  const competences = await byCode(em.findAll(Competence))
  const references = await byCode(em.findAll(MetrologicalReference))
  const kind = await em.findOneOrFail(MeasurandKind, { code: kindCode })
  return {
    em,
    kind,
    owner: found(organizations, 'PLANT'),
    method: await em.findOneOrFail(NormativeDocument, { code: method }),
    laboratory: (code: string) => ({
      laboratory: found(organizations, code),
      competence: found(competences, competenceOf(code)),
      people: Object.fromEntries(roles.map((role) => [role, found(people, personOf(code, role))])) as Record<
        (typeof roles)[number],
        Person
      >,
    }),
    reference: (code: string): UpstreamSource => {
      const reference = found(references, code)
      const { value, standardUncertainty: u, unit } = reference
      const figures = {
        estimate: toNumber(value),
        standardUncertainty: toNumber(u),
        degreesOfFreedom: Infinity,
        unit,
      }
      return { from: { reference: code }, reference, measurandKind: kind.code, figures }
    },
    /** Certificates are written once the calibrations below them are in the tables. */
    issues: [] as (() => void)[],
  }
}

/** The item of one certificate. */
export function registerItem(
  { em, owner }: Land,
  item: { readonly code: string; readonly level: Equipment['level']; readonly recordedAt: Date },
): Component {
  const { code, recordedAt } = item
  const equipment = em.create(Equipment, {
    id: v7(),
    ...item,
    owner,
    name: { en: `Weight ${code}`, zh: `砝码 ${code}` },
    manufacturer: 'Maker',
    model: '10 kg',
    serialNumber: code,
    calibrationIntervalMonths: 24,
  })
  recordProgramme(em, equipment, recordedAt, true)
  return em.create(Component, { id: v7(), equipment, code: 'main', recordedAt })
}

async function byCode<T extends { readonly code: string }>(
  rows: Promise<readonly T[]>,
): Promise<ReadonlyMap<string, T>> {
  return new Map((await rows).map((row) => [row.code, row]))
}

function found<T>(rows: ReadonlyMap<string, T>, code: string): T {
  const row = rows.get(code)
  if (row === undefined) throw new Error(`The bench has registered no ${code}`)
  return row
}
