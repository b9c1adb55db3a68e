import { isOptional, isRepeated, type Particle } from './particle.ts'

/** The names of the elements inside one, in order, as the tables write them: `dcc.item`. */
type Names = readonly string[]

/** Where the elements leave what is allowed: which one does not fit, and what would have. */
export interface Misfit {
  /** The index of the first element that does not fit; the number of elements where one is missing at the end. */
  readonly at: number
  readonly expected: readonly string[]
}

/** Undefined where every element is in its place and none is missing. */
export function misfitOf(particle: Particle | undefined, names: Names): Misfit | undefined {
  const progress: Progress = { furthest: 0, expected: new Set() }
  const end = particle ? match(particle, names, 0, progress) : 0
  if (end === names.length) return undefined
  const at = Math.max(progress.furthest, end ?? 0)
  return { at, expected: at === progress.furthest ? [...progress.expected] : [] }
}

interface Progress {
  furthest: number
  readonly expected: Set<string>
}

/**
 * How far a particle reaches from `at`; undefined where it does not fit. Every release of the schema can be read without
 * looking ahead, so the first part that fits is the one.
 */
function match(particle: Particle, names: Names, at: number, progress: Progress): number | undefined {
  const first = once(particle, names, at, progress)
  if (first === undefined) return isOptional(particle.occurs) ? at : undefined
  if (!isRepeated(particle.occurs)) return first
  let end = first
  for (;;) {
    const next = once(particle, names, end, progress)
    if (next === undefined || next === end) return end
    end = next
  }
}

function once(particle: Particle, names: Names, at: number, progress: Progress): number | undefined {
  switch (particle.kind) {
    case 'element':
      return element(`${particle.name.space}.${particle.name.name}`, names, at, progress)
    case 'sequence':
      return sequence(particle.parts, names, at, progress)
    case 'choice':
      return choice(particle.parts, names, at, progress)
    case 'all':
      return inAnyOrder(particle.parts, names, at, progress)
  }
}

function element(name: string, names: Names, at: number, progress: Progress): number | undefined {
  if (names[at] === name) return at + 1
  if (at > progress.furthest) {
    progress.furthest = at
    progress.expected.clear()
  }
  if (at === progress.furthest) progress.expected.add(name)
  return undefined
}

function sequence(parts: readonly Particle[], names: Names, start: number, progress: Progress) {
  let at = start
  for (const part of parts) {
    const next = match(part, names, at, progress)
    if (next === undefined) return undefined
    at = next
  }
  return at
}

function choice(parts: readonly Particle[], names: Names, at: number, progress: Progress) {
  let empty: number | undefined
  for (const part of parts) {
    const end = match(part, names, at, progress)
    if (end !== undefined && end > at) return end
    empty ??= end
  }
  return empty
}

function inAnyOrder(parts: readonly Particle[], names: Names, start: number, progress: Progress) {
  const left = new Set(parts)
  let at = start
  for (let found = true; found;) {
    found = false
    for (const part of left) {
      const end = once(part, names, at, progress)
      if (end === undefined || end === at) continue
      left.delete(part)
      at = end
      found = true
      break
    }
  }
  return [...left].every(({ occurs }) => isOptional(occurs)) ? at : undefined
}
