import { releaseNumber } from './version.ts'

/** What may stand inside an element: an element, a sequence, a choice, or some in any order. */
export type Particle =
  | { readonly kind: 'element'; readonly name: QualifiedName; readonly type: string; readonly occurs: Occurs }
  | {
      readonly kind: 'sequence' | 'choice' | 'all'
      readonly parts: readonly Particle[]
      readonly occurs: Occurs
    }

export type Occurs = '' | '?' | '*' | '+'

export const isOptional = (occurs: Occurs): boolean => occurs === '?' || occurs === '*'
export const isRepeated = (occurs: Occurs): boolean => occurs === '*' || occurs === '+'

export interface QualifiedName {
  /** `dcc`, `si` or `ds`: the words of the tables, not prefixes of a document. */
  readonly space: string
  readonly name: string
}

const token = /\s*(?:([(),|&?*+])|\{([\d.]*)(?:<([\d.]+))?\}|((?:\w+\.)?\w+)(?::((?:\w+\.)?\w+))?)\s*/y

interface Token {
  readonly sign?: string
  readonly since?: string
  readonly before?: string
  readonly isGuard: boolean
  readonly name?: string
  readonly type?: string
}

/**
 * Reads one line of a table, as of one release: `name:type` is an element, `,` a sequence, `|` a choice, `&` any order,
 * `? * +` how often; `{3.1}` means since 3.1, `{<3}` before 3.0, `{2.3<3.2}` since 2.3 and before 3.2. Undefined where
 * nothing of it is in that release.
 */
export function readParticle(line: string, space: string, release: number): Particle | undefined {
  const tokens = tokensOf(line)
  const { part, next } = readGroup(tokens, 0, { space, release })
  if (next !== tokens.length) throw new Error(`The table has a line that cannot be read: ${line}`)
  return part
}

function tokensOf(line: string): readonly Token[] {
  const tokens: Token[] = []
  token.lastIndex = 0
  while (token.lastIndex < line.length) {
    const at = token.lastIndex
    const found = token.exec(line)
    if (!found) throw new Error(`The table has a line that cannot be read at ${at}: ${line}`)
    const [, sign, since, before, name, type] = found
    tokens.push({
      isGuard: since !== undefined,
      ...(sign !== undefined && { sign }),
      ...(since !== undefined && { since }),
      ...(before !== undefined && { before }),
      ...(name !== undefined && { name }),
      ...(type !== undefined && { type }),
    })
  }
  return tokens
}

interface Around {
  readonly space: string
  readonly release: number
}

interface ReadPart {
  readonly part: Particle | undefined
  readonly next: number
}

const kinds = { ',': 'sequence', '|': 'choice', '&': 'all' } as const

function readGroup(tokens: readonly Token[], start: number, around: Around): ReadPart {
  const parts: Particle[] = []
  let kind: 'sequence' | 'choice' | 'all' = 'sequence'
  let at = start
  for (;;) {
    const { part, next } = readItem(tokens, at, around)
    if (part) parts.push(part)
    const sign = tokens[next]?.sign
    if (sign !== ',' && sign !== '|' && sign !== '&') {
      return { part: parts.length === 0 ? undefined : { kind, parts, occurs: '' }, next }
    }
    kind = kinds[sign]
    at = next + 1
  }
}

function readItem(tokens: readonly Token[], at: number, around: Around): ReadPart {
  const { part, next } = readBare(tokens, at, around)
  const sign = tokens[next]?.sign ?? ''
  const occurs: Occurs = sign === '?' || sign === '*' || sign === '+' ? sign : ''
  const afterOccurs = occurs === '' ? next : next + 1
  const guard = tokens[afterOccurs]
  const isPresent = !guard?.isGuard || holds(guard, around.release)
  return {
    part: part && isPresent ? { ...part, occurs } : undefined,
    next: guard?.isGuard ? afterOccurs + 1 : afterOccurs,
  }
}

function readBare(tokens: readonly Token[], at: number, around: Around): ReadPart {
  const first = tokens[at]
  if (first?.sign === '(') {
    const group = readGroup(tokens, at + 1, around)
    return { part: group.part, next: group.next + 1 }
  }
  if (first?.name === undefined) throw new Error(`The table has no element where one is due (${at})`)
  const name = qualified(first.name, around.space)
  const type = first.type ?? `${name.space}.${name.name}`
  const isLocal = first.type !== undefined && !type.includes('.')
  return {
    part: { kind: 'element', name, type: isLocal ? `${around.space}.${type}` : type, occurs: '' },
    next: at + 1,
  }
}

export function qualified(written: string, space: string): QualifiedName {
  const [first = '', second] = written.split('.')
  return second === undefined ? { space, name: first } : { space: first, name: second }
}

export const holds = (
  guard: { readonly since?: string; readonly before?: string },
  release: number,
): boolean =>
  release >= releaseNumber(guard.since ?? '') &&
  (guard.before === undefined || release < releaseNumber(guard.before))
