import type {
  AuthorizationRow,
  CalibrationRow,
  CertificateRow,
  ChainRows,
  ClassRow,
  ComparisonRow,
  CompetenceRow,
  CompetenceStatusRow,
  CompetenceVersionRow,
  DocumentRow,
  EquipmentEventRow,
  EquipmentRow,
  EventRow,
  EvidenceRow,
  LinkRow,
  OrganizationRow,
  ReferenceRow,
  RestrictionRow,
  ResultRow,
} from '../chain-rows.ts'

/** Everything certified about one component: what stands in a chain, and what was found before and later. */
export interface ComponentRows {
  readonly item: ItemRows
  readonly calibrations: readonly CalibrationRow[]
  readonly certificates: readonly CertificateRow[]
  readonly results: readonly ResultRow[]
  readonly links: readonly LinkRow[]
  readonly events: readonly EventRow[]
  readonly classes: readonly ClassRow[]
}

export interface ItemRows {
  readonly row: EquipmentRow
  readonly events: readonly EquipmentEventRow[]
  readonly restrictions: readonly RestrictionRow[]
}

export interface CompetenceRows {
  readonly row: CompetenceRow
  readonly versions: readonly CompetenceVersionRow[]
  readonly statuses: readonly CompetenceStatusRow[]
  readonly comparisons: readonly ComparisonRow[]
}

export interface ReferenceRows {
  readonly row: ReferenceRow
  readonly evidence: readonly EvidenceRow[]
}

/** Rows of a statement by what they are about. */
export interface SortedRows {
  readonly components: ReadonlyMap<string, ComponentRows>
  readonly references: ReadonlyMap<string, ReferenceRows>
  readonly organizations: ReadonlyMap<string, OrganizationRow>
  readonly competences: ReadonlyMap<string, CompetenceRows>
  readonly authorizations: ReadonlyMap<string, readonly AuthorizationRow[]>
  readonly documents: ReadonlyMap<string, readonly DocumentRow[]>
}

/** A component of an item; the separator occurs in no identifier. */
export const componentKey = ({ equipment, component }: { equipment: string; component: string }): string =>
  `${equipment}\u0000${component}`

/** What is not certified yet is left out: it may still change. */
export function sorted(rows: ChainRows): SortedRows {
  const evidence = grouped(rows.evidence, ({ reference }) => reference)
  const versions = grouped(rows.competenceVersions, ({ competence }) => competence)
  const statuses = grouped(rows.competenceStatuses, ({ competence }) => competence)
  const comparisons = grouped(rows.comparisons, ({ competence }) => competence)
  return {
    components: componentsIn(rows),
    references: byId(rows.references, (row) => ({ row, evidence: evidence(row.id) })),
    organizations: byId(rows.organizations, (row) => row),
    competences: byId(rows.competences, (row) => ({
      row,
      versions: versions(row.id),
      statuses: statuses(row.id),
      comparisons: comparisons(row.id),
    })),
    authorizations: Map.groupBy(rows.authorizations, ({ person }) => person),
    documents: Map.groupBy(rows.documents, ({ id }) => id),
  }
}

function componentsIn(rows: ChainRows): Map<string, ComponentRows> {
  const certificates = grouped(rows.certificates, ({ calibration }) => calibration)
  const results = grouped(rows.results, ({ calibration }) => calibration)
  const links = grouped(rows.links, ({ result }) => result)
  const events = grouped(rows.events, ({ number }) => number)
  const classes = grouped(rows.classes, componentKey)
  const items = itemsIn(rows)
  const certified = rows.calibrations.filter(({ id }) => certificates(id).length > 0)
  const found = new Map<string, ComponentRows>()
  for (const [key, calibrations] of Map.groupBy(certified, componentKey)) {
    const item = items.get(calibrations[0]?.equipment ?? '')
    if (!item) continue
    const stated = calibrations.flatMap(({ id }) => certificates(id))
    const own = calibrations.flatMap(({ id }) => results(id))
    found.set(key, {
      item,
      calibrations,
      certificates: stated,
      results: own,
      links: own.flatMap(({ id }) => links(id)),
      events: [...new Set(stated.map(({ number }) => number))].flatMap((number) => events(number)),
      classes: classes(key),
    })
  }
  return found
}

function itemsIn(rows: ChainRows): ReadonlyMap<string, ItemRows> {
  const events = grouped(rows.equipmentEvents, ({ equipment }) => equipment)
  const restrictions = grouped(rows.restrictions, ({ equipment }) => equipment)
  return byId(rows.equipment, (row) => ({
    row,
    events: events(row.id),
    restrictions: restrictions(row.id),
  }))
}

function grouped<T>(list: readonly T[], keyOf: (one: T) => string): (key: string) => readonly T[] {
  const groups = Map.groupBy(list, keyOf)
  return (key) => groups.get(key) ?? []
}

const byId = <Row extends { readonly id: string }, T>(
  list: readonly Row[],
  of: (row: Row) => T,
): Map<string, T> => new Map(list.map((row) => [row.id, of(row)]))
