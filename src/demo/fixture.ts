import { readdirSync, readFileSync } from 'node:fs'
import type { TraceabilityAnswer } from '#contract/types.ts'

const directory = new URL('../../fixtures/', import.meta.url)

export interface Bilingual {
  readonly en: string
  readonly zh: string
}

export interface StatedFigure {
  readonly value: string
  readonly unit: string
}

/** Who acts: one of the people that every demo organization has. */
export interface Actor {
  readonly organization: string
  readonly role: 'technician' | 'reviewer' | 'signatory' | 'quality-manager'
}

/** One act of the story, at the time the registry learned of it. Bodies are those of the API. */
export interface Step {
  readonly at: string
  readonly as: Actor
  readonly do: string
  readonly body?: Readonly<Record<string, unknown>>
  readonly certificate?: string
  readonly equipment?: string
  readonly competence?: string
  readonly changeClass?: 'editorial' | 'value' | 'scope'
  readonly reason?: string
  readonly place?: string
  /** Figures of the body that somebody published, for whoever checks the fixture. */
  readonly figures?: readonly unknown[]
}

/** What is asked of `GET …/traceability`: about a certificate, or about what a piece of equipment measures. */
export interface Question {
  readonly certificate?: string
  readonly result?: string
  readonly equipment?: string
  readonly component?: string
  readonly measurandKind?: string
  readonly value?: string
  readonly unit?: string
  readonly at: string
  readonly asKnownAt?: string
  readonly policy?: string
}

export interface ExpectedRule {
  readonly code: string
  readonly reason: string
  readonly outcome: string
}

export interface Expectation {
  readonly question: Question
  readonly verdict: TraceabilityAnswer['verdict']
  readonly resolution?: TraceabilityAnswer['resolution']
  readonly depth?: number
  readonly roots?: readonly string[]
  /** Figures as printed; the tolerance is the rounding of the source. */
  readonly reported?: {
    readonly estimate?: StatedFigure
    readonly expandedUncertainty?: StatedFigure
    readonly coverageFactor?: string | number
    readonly source: string
  }
  /** Rules that must have decided so. */
  readonly rules?: readonly ExpectedRule[]
  /** `R12.below-upstream`: what must be told although it changes nothing. */
  readonly flags?: readonly string[]
  readonly conformity?: { readonly rule: string; readonly outcome: string }
  readonly recomputation?: {
    readonly because: string
    readonly estimate: StatedFigure
    readonly before?: string
    readonly after?: string
    /** How many conformity decisions turn. */
    readonly flipped?: number
  }
  readonly note?: string
}

type Body = Readonly<Record<string, unknown>>

export interface Story {
  /** `chains/10-ev-charging` */
  readonly name: string
  readonly title: Bilingual
  readonly references?: readonly { readonly entry: Body }[]
  readonly competences?: readonly Body[]
  readonly equipment: readonly Body[]
  readonly steps: readonly Step[]
  readonly expect: readonly Expectation[]
}

export interface Organization extends Body {
  readonly code: string
  readonly name: Bilingual
  readonly fictional: boolean
}

export interface Fixtures {
  /** When the registry was opened and the master data recorded. */
  readonly openedAt: string
  readonly organizations: readonly Organization[]
  readonly documents: readonly Body[]
  readonly competences: readonly Body[]
  readonly references: readonly Body[]
  readonly chains: readonly Story[]
  readonly negative: readonly Story[]
}

/** The files are our own and their bodies are checked by the operations they are sent to: nothing is checked twice. */
const read = <T>(name: string): T => JSON.parse(readFileSync(new URL(name, directory), 'utf8')) as T

interface MasterData<T> {
  readonly recordedAt: string
  readonly items: readonly T[]
}

function storiesIn(folder: string): Story[] {
  const files = readdirSync(new URL(`${folder}/`, directory)).filter((name) => name.endsWith('.json'))
  return files.toSorted().map((file) => ({
    ...read<Omit<Story, 'name'>>(`${folder}/${file}`),
    name: `${folder}/${file.replace(/\.json$/, '')}`,
  }))
}

export function readFixtures(): Fixtures {
  const organizations = read<MasterData<Organization>>('organizations.json')
  return {
    openedAt: organizations.recordedAt,
    organizations: organizations.items,
    documents: read<MasterData<Body>>('normative-documents.json').items,
    competences: read<MasterData<Body>>('competences.json').items,
    references: read<MasterData<{ readonly entry: Body }>>('references.json').items.map(({ entry }) => entry),
    chains: storiesIn('chains'),
    negative: storiesIn('negative'),
  }
}
