import { dccTable } from './dcc-table.ts'
import { dsiTable } from './dsi-table.ts'
import { holds, readParticle, type Particle } from './particle.ts'
import { dsiReleases, releaseNumber, type DccVersion } from './version.ts'

/** Lines of the notation of `particle.ts`, by the name of the type. */
export type Table = Readonly<Record<string, string>>

/** What an element of a type may hold, as of one release. */
export interface ContentType {
  /** The syntax of its characters, where it has no elements. */
  readonly value: string | undefined
  readonly content: Particle | undefined
  readonly attributes: ReadonlyMap<string, { readonly isRequired: boolean }>
  /** The types of the elements it may hold, by their name: one name has one type. */
  readonly typeOf: ReadonlyMap<string, string>
}

export type ContentModel = ReadonlyMap<string, ContentType>

/** Worked out once for each release. It only saves time. */
const models = new Map<DccVersion, ContentModel>()

export function contentModelOf(version: DccVersion): ContentModel {
  const known = models.get(version)
  if (known) return known
  const model = new Map([
    ...compiled(dccTable, 'dcc', releaseNumber(version)),
    ...compiled(dsiTable, 'si', releaseNumber(dsiReleases[version])),
  ])
  models.set(version, model)
  return model
}

function compiled(table: Table, space: string, release: number): readonly (readonly [string, ContentType])[] {
  return Object.entries(table).map(([name, line]) => [`${space}.${name}`, typeIn(line, space, release)])
}

function typeIn(line: string, space: string, release: number): ContentType {
  const [content = '', ...attributes] = line.split('@')
  const particle = content.trim().startsWith('=') ? undefined : readParticle(content.trim(), space, release)
  return {
    value: content.trim().startsWith('=') ? content.trim().slice(1) : undefined,
    content: particle,
    attributes: new Map(attributes.flatMap((attribute) => attributeIn(attribute.trim(), release))),
    typeOf: new Map(particle ? namesIn(particle) : []),
  }
}

function attributeIn(written: string, release: number) {
  const [, name = '', required, since, before] =
    /^(\w+)(!?)(?:\{([\d.]*)(?:<([\d.]+))?\})?$/.exec(written) ?? []
  if (name === '') throw new Error(`The table has an attribute that cannot be read: ${written}`)
  const isPresent = holds({ ...(since && { since }), ...(before && { before }) }, release)
  return isPresent ? [[name, { isRequired: required === '!' }] as const] : []
}

function namesIn(particle: Particle): readonly (readonly [string, string])[] {
  if (particle.kind !== 'element') return particle.parts.flatMap(namesIn)
  return [[`${particle.name.space}.${particle.name.name}`, particle.type]]
}
