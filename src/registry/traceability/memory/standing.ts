import type { ChainRows } from '../chain-rows.ts'
import type { ChainMemory } from './chain-memory.ts'
import { sorted, type SortedRows } from './item-rows.ts'

const parts = ['references', 'organizations', 'competences', 'authorizations', 'documents'] as const

/** Who is behind the rows: laboratories and their scopes, people, references, methods. */
export function rememberStanding(
  memory: ChainMemory,
  rows: ChainRows,
  told: SortedRows = sorted(rows),
): void {
  for (const person of peopleIn(rows)) memory.authorizations.set(person, [])
  for (const name of parts) {
    const kept: Map<string, unknown> = memory[name]
    for (const [key, value] of told[name]) kept.set(key, value)
  }
  rememberScopes(memory, rows)
}

export const scopeKey = (organization: string, kind: string): string => `${organization} ${kind}`

/** Of every laboratory and kind in the rows; of a laboratory without any there is an empty list. */
function rememberScopes(memory: ChainMemory, rows: ChainRows): void {
  const held = Map.groupBy(rows.competences, ({ organization }) => organization)
  for (const { laboratory, kind } of scopesIn(rows)) {
    const own = held.get(laboratory) ?? []
    const ofKind = own.filter(({ measurandKind }) => measurandKind === kind)
    memory.competencesOf.set(
      scopeKey(laboratory, kind),
      ofKind.map(({ id }) => id),
    )
    const [first] = own.map(({ id }) => id).toSorted()
    memory.competencesOf.set(laboratory, first === undefined ? [] : [first])
  }
}

/** Which laboratories worked for which kinds. */
export function scopesIn({ calibrations, results }: Pick<ChainRows, 'calibrations' | 'results'>) {
  const laboratoryOf = new Map(calibrations.map(({ id, laboratory }) => [id, laboratory]))
  return results.map(({ calibration, kind }) => ({ laboratory: laboratoryOf.get(calibration) ?? '', kind }))
}

type Worked = Pick<ChainRows, 'calibrations' | 'certificates'>

/** The codes of the people who did the work. */
export function peopleIn({ calibrations, certificates }: Worked): ReadonlySet<string> {
  const people = [
    ...calibrations.flatMap(({ operator, reviewer }) => [operator, reviewer]),
    ...certificates.flatMap(({ performer, reviewer, signatory }) => [performer, reviewer, signatory]),
  ]
  return new Set(people.filter((person) => person !== null))
}

const isKnown = (part: ReadonlyMap<string, unknown>, key: string | null) => key === null || part.has(key)

/** Whether everything is remembered about those who are behind some rows. */
export function isStandingKnown(memory: ChainMemory, rows: ChainRows): boolean {
  const { calibrations, links, equipment } = rows
  return (
    calibrations.every(
      (row) =>
        isKnown(memory.organizations, row.laboratory) &&
        isKnown(memory.competences, row.competence) &&
        isKnown(memory.documents, row.method),
    ) &&
    equipment.every(({ owner }) => isKnown(memory.organizations, owner)) &&
    links.every(({ upstreamReference }) => isKnown(memory.references, upstreamReference)) &&
    scopesIn(rows).every(({ laboratory, kind }) =>
      isKnown(memory.competencesOf, scopeKey(laboratory, kind)),
    ) &&
    [...peopleIn(rows)].every((person) => isKnown(memory.authorizations, person))
  )
}
