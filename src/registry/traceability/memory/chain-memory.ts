import { nothingJudged, type JudgedBefore } from '#metrology/traceability/judged-before.ts'
import type { AuthorizationRow, ChainRows, DocumentRow, OrganizationRow } from '../chain-rows.ts'
import { type Act, touchedBy, type Touched } from './acts.ts'
import { sorted, type CompetenceRows, type ComponentRows, type ReferenceRows } from './item-rows.ts'
import { rememberStanding } from './standing.ts'

/** So many components are remembered; the one that stood in no chain for longest goes first. */
const mostComponents = 32_768

/**
 * What was read of the registry, as it stood after so many acts of its trail. A component that is here is here with
 * everything that the rules read about it and about those who calibrated it.
 */
export interface ChainMemory {
  readonly judgedBefore: JudgedBefore
  /** How many acts of the trail it has seen. */
  seen: number
  readonly components: Map<string, ComponentRows>
  /** In which component a result stands. */
  readonly componentOf: Map<string, string>
  readonly references: Map<string, ReferenceRows>
  readonly organizations: Map<string, OrganizationRow>
  readonly competences: Map<string, CompetenceRows>
  /** The lines of a scope for a kind, by `organization kind`; and one of any kind, by organization. */
  readonly competencesOf: Map<string, readonly string[]>
  readonly authorizations: Map<string, readonly AuthorizationRow[]>
  readonly documents: Map<string, readonly DocumentRow[]>
}

export const emptyMemory = (): ChainMemory => ({
  judgedBefore: nothingJudged(),
  seen: -1,
  components: new Map(),
  componentOf: new Map(),
  references: new Map(),
  organizations: new Map(),
  competences: new Map(),
  competencesOf: new Map(),
  authorizations: new Map(),
  documents: new Map(),
})

/** Of the acts between two states of the trail more than this are as good as all. */
export const mostActs = 200

/** Forgets what acts may have changed that it has not seen. `changes` is the size of the trail, `acts` its last events. */
export function takeNotice(memory: ChainMemory, changes: number, acts: readonly Act[]): void {
  if (changes <= memory.seen) return
  const unseen = acts.filter(([sequence]) => sequence > memory.seen)
  if (unseen.length < changes - memory.seen) forgetEverything(memory)
  else
    for (const act of unseen) {
      const touched = touchedBy(act)
      if (touched.what === 'everything') forgetEverything(memory)
      if (touched.what === 'item') forgetItem(memory, touched)
    }
  memory.seen = changes
}

function forgetEverything(memory: ChainMemory): void {
  for (const part of Object.values(memory)) if (part instanceof Map) part.clear()
}

/** By identifier or by code: a subject of the trail is written with either. And whatever else has a certificate of that number. */
function forgetItem(memory: ChainMemory, { of, number }: Extract<Touched, { what: 'item' }>): void {
  for (const [key, { item, certificates }] of memory.components) {
    const isMeant = item.row.id === of || item.row.code === of
    if (isMeant || certificates.some((one) => one.number === number)) forgetComponent(memory, key)
  }
}

function forgetComponent(memory: ChainMemory, key: string): void {
  for (const { id } of memory.components.get(key)?.results ?? []) memory.componentOf.delete(id)
  memory.components.delete(key)
}

/** Keeps what a statement answered about whole components. `except` names those that somebody is writing about. */
export function remember(memory: ChainMemory, rows: ChainRows, except: ReadonlySet<string>): void {
  const told = sorted(rows)
  for (const [key, component] of told.components) {
    if (except.has(key)) continue
    forgetComponent(memory, key)
    memory.components.set(key, component)
    for (const { id } of component.results) memory.componentOf.set(id, key)
  }
  rememberStanding(memory, rows, told)
  for (const key of memory.components.keys()) {
    if (memory.components.size <= mostComponents) break
    forgetComponent(memory, key)
  }
}
