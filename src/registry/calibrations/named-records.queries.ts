import type { EntityManager, FilterQuery, Loaded } from '@mikro-orm/postgresql'
import type { RefusalMaker } from '#refusal.ts'
import { Competence } from '../competences/competence.entity.ts'
import { Component } from '../equipment/component.entity.ts'
import { MeasurandKind } from '../measurand-kinds/measurand-kind.entity.ts'
import { NormativeDocument } from '../normative-documents/normative-document.entity.ts'
import { Organization } from '../organizations/organization.entity.ts'
import { Person } from '../people/person.entity.ts'
import { MetrologicalReference } from '../references/metrological-reference.entity.ts'
import { foreignRecord, siteUnknown, unknownRecord } from './calibration.refusals.ts'

type Coded =
  typeof Organization | typeof Person | typeof Competence | typeof NormativeDocument | typeof MeasurandKind

const described: ReadonlyMap<Coded, { en: string; zh: string }> = new Map<Coded, { en: string; zh: string }>([
  [Organization, { en: 'organization', zh: '机构' }],
  [Person, { en: 'person', zh: '人员' }],
  [Competence, { en: 'competence', zh: '能力' }],
  [NormativeDocument, { en: 'normative document', zh: '规范文件' }],
  [MeasurandKind, { en: 'measurand kind', zh: '被测量' }],
])

/** The record with this code, or a refusal that says where in the message the code stands. */
export async function recordNamed<T extends Coded>(
  em: EntityManager,
  entity: T,
  code: string,
  pointer: string,
): Promise<InstanceType<T>> {
  const where = { code } as FilterQuery<InstanceType<T>>
  const row = await em.findOne(entity as never, where as never)
  if (row !== null) return row as InstanceType<T>
  const what = described.get(entity) ?? { en: 'record', zh: '记录' }
  throw unknownRecord(
    { en: `There is no ${what.en} ${code}`, zh: `没有编号为 ${code} 的${what.zh}` },
    { code },
    { pointer },
  )
}

/** The same for a code that may be absent. */
export const recordNamedIfAny = async <T extends Coded>(
  em: EntityManager,
  entity: T,
  code: string | undefined,
  pointer: string,
): Promise<InstanceType<T> | null> => (code === undefined ? null : recordNamed(em, entity, code, pointer))

/** People and competences are of one organization, and act and hold for no other (ISO/IEC 17025:2017, 5.1). */
export function requireOf(
  organization: Organization,
  record: { readonly code: string; readonly organization: { readonly id: string } } | null,
  pointer: string,
): void {
  if (record === null || record.organization.id === organization.id) return
  throw foreignRecord(
    { en: `${record.code} is not of ${organization.code}`, zh: `${record.code} 不属于 ${organization.code}` },
    {},
    { pointer },
  )
}

/** A component of an equipment, `main` unless another is named. */
export async function componentNamed(
  em: EntityManager,
  item: { readonly equipment: string; readonly component?: string },
  pointer: string,
  refusal: RefusalMaker = unknownRecord,
): Promise<Loaded<Component, 'equipment'>> {
  const code = item.component ?? 'main'
  const component = await em.findOne(
    Component,
    { code, equipment: { code: item.equipment } },
    { populate: ['equipment'] },
  )
  if (component) return component
  throw refusal(
    {
      en: `There is no equipment ${item.equipment} with a component ${code}`,
      zh: `没有设备 ${item.equipment}，或其没有部件 ${code}`,
    },
    { equipment: item.equipment, component: code },
    { pointer },
  )
}

/** Measurand kinds by code; every code that is asked for must exist. */
export async function kindsNamed(
  em: EntityManager,
  asked: readonly { readonly code: string; readonly pointer: string }[],
): Promise<ReadonlyMap<string, MeasurandKind>> {
  const rows = await em.find(MeasurandKind, { code: { $in: asked.map(({ code }) => code) } })
  const byCode = new Map(rows.map((row) => [row.code, row]))
  const missing = asked.find(({ code }) => !byCode.has(code))
  if (missing) {
    throw unknownRecord(
      { en: `There is no measurand kind ${missing.code}`, zh: `没有编号为 ${missing.code} 的被测量` },
      { code: missing.code },
      { pointer: missing.pointer },
    )
  }
  return byCode
}

/** Roots by code, with what they realise. */
export const referencesNamed = (em: EntityManager, codes: readonly string[]) =>
  em.find(MetrologicalReference, { code: { $in: [...codes] } }, { populate: ['measurandKind'] })

/** A site of the laboratory, by its code: a competence may be bound to one (rule R10). */
export function siteNamed({ code, sites }: Organization, site: string | undefined): string | null {
  if (site === undefined) return null
  if (sites.some((one) => one.code === site)) return site
  throw siteUnknown(
    { en: `${code} has no site ${site}`, zh: `机构 ${code} 没有场所 ${site}` },
    { sites: sites.map((one) => one.code) },
    { pointer: '/site' },
  )
}
