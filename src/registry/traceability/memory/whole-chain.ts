import type { ChainRows } from '../chain-rows.ts'
import type { ChainMemory } from './chain-memory.ts'
import { componentKey, type ComponentRows } from './item-rows.ts'
import { putTogether } from './remembered-records.ts'
import { peopleIn, scopeKey, scopesIn } from './standing.ts'

/**
 * The rows of whole chains, of what is remembered about the components above and of what was read about those that are
 * asked about. Nothing twice; what was read last counts.
 */
export function wholeChain(
  memory: ChainMemory,
  above: readonly ComponentRows[],
  asked: ChainRows,
): ChainRows {
  const items = uniqueItems(above, asked)
  const calibrations = [...asked.calibrations, ...above.flatMap((one) => one.calibrations)]
  const links = [...asked.links, ...above.flatMap((one) => one.links)]
  const certificates = [...asked.certificates, ...above.flatMap((one) => one.certificates)]
  const results = [...asked.results, ...above.flatMap((one) => one.results)]
  const references = found(memory.references, links, ({ upstreamReference: id }) => id)
  const evidence = references.flatMap((one) => one.evidence)
  const competences = competencesFor(memory, { calibrations, results, evidence })
  const equipment = [...asked.equipment, ...items.map(({ row }) => row)]
  const chain: ChainRows = {
    results,
    links,
    calibrations,
    certificates,
    events: [...asked.events, ...above.flatMap((one) => one.events)],
    equipment,
    equipmentEvents: [...asked.equipmentEvents, ...items.flatMap((one) => one.events)],
    classes: [...asked.classes, ...above.flatMap((one) => one.classes)],
    restrictions: [...asked.restrictions, ...items.flatMap((one) => one.restrictions)],
    references: references.map(({ row }) => row),
    evidence,
    organizations: organizationsFor(memory, { calibrations, equipment, references }),
    competences: competences.map(({ row }) => row),
    competenceVersions: competences.flatMap((one) => one.versions),
    competenceStatuses: competences.flatMap((one) => one.statuses),
    comparisons: competences.flatMap((one) => one.comparisons),
    authorizations: found(
      memory.authorizations,
      [...peopleIn({ calibrations, certificates })],
      (person) => person,
    ).flat(),
    documents: found(memory.documents, calibrations, ({ method }) => method).flat(),
  }
  putTogether(chain, { asked, above, judgedBefore: memory.judgedBefore })
  return chain
}

/** What is remembered of the components above those that are asked about, each once; and of which results nothing is. */
export function componentsAbove(
  memory: ChainMemory,
  asked: ChainRows & { readonly above: Iterable<string> },
): { readonly components: readonly ComponentRows[]; readonly missing: readonly string[] } {
  const own = new Set(asked.calibrations.map(componentKey))
  const known = new Set(asked.results.map(({ id }) => id))
  const components = new Map<string, ComponentRows>()
  const missing: string[] = []
  for (const id of asked.above) {
    if (known.has(id) || memory.references.has(id)) continue
    const key = memory.componentOf.get(id)
    const component = key === undefined ? undefined : memory.components.get(key)
    if (key === undefined || component === undefined) missing.push(id)
    else if (!own.has(key)) components.set(key, component)
  }
  stoodInAChain(memory, components)
  return { components: [...components.values()], missing }
}

/** Who was needed last goes last. */
function stoodInAChain(memory: ChainMemory, components: ReadonlyMap<string, ComponentRows>): void {
  for (const [key, component] of components) {
    memory.components.delete(key)
    memory.components.set(key, component)
  }
}

function uniqueItems(above: readonly ComponentRows[], asked: ChainRows) {
  const own = new Set(asked.equipment.map(({ id }) => id))
  const items = new Map(above.map(({ item }) => [item.row.id, item]))
  return [...items.values()].filter(({ row }) => !own.has(row.id))
}

type Keys = string | null | readonly (string | null)[]

/** What is remembered under the keys that some rows name, each once. */
function found<Row, T>(
  memory: ReadonlyMap<string, T>,
  rows: readonly Row[],
  keysOf: (row: Row) => Keys,
): T[] {
  const keys = new Set(rows.map(keysOf).flat())
  return [...keys].flatMap((key) => {
    const one = key === null ? undefined : memory.get(key)
    return one === undefined ? [] : [one]
  })
}

function competencesFor(
  memory: ChainMemory,
  { calibrations, results, evidence }: Pick<ChainRows, 'calibrations' | 'results' | 'evidence'>,
) {
  const ofLaboratories = new Set([
    ...scopesIn({ calibrations, results }).map(({ laboratory, kind }) => scopeKey(laboratory, kind)),
    ...calibrations.map(({ laboratory }) => laboratory),
  ])
  const claimed = [...calibrations, ...evidence].map(({ competence }) => ({ competence }))
  const held = [...ofLaboratories].flatMap((key) => memory.competencesOf.get(key) ?? [])
  const all = [...claimed, ...held.map((competence) => ({ competence }))]
  return found(memory.competences, all, ({ competence }) => competence)
}

function organizationsFor(
  memory: ChainMemory,
  {
    calibrations,
    equipment,
    references,
  }: Pick<ChainRows, 'calibrations' | 'equipment'> & {
    readonly references: readonly { readonly row: ChainRows['references'][number] }[]
  },
) {
  const ids = [
    ...calibrations.map(({ laboratory }) => laboratory),
    ...equipment.map(({ owner }) => owner),
    ...references.map(({ row }) => row.holder),
  ]
  return found(memory.organizations, ids, (id) => id)
}
