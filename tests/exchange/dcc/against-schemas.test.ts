import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { readSchemas } from '#compute/certificate-files/schema-directory.ts'
import { checkContent } from '#exchange/dcc/content-model/check-content.ts'
import { isDccVersion, type DccVersion } from '#exchange/dcc/content-model/version.ts'
import { schemaCheckOf } from '#exchange/dcc/schema-check/check-against-schemas.ts'
import { readXml } from '#exchange/xml/read-xml.ts'
import { attributeOf } from '#exchange/xml/xml-element.ts'
import { Refusal } from '#refusal.ts'
import { arePublishedFilesHere, publishedFiles, schemaDirectory } from './published-files.ts'

const schemas = arePublishedFilesHere ? schemaCheckOf(readSchemas(schemaDirectory)) : undefined

/** What the content model and the official schema say of the same bytes. */
function verdictsOn(bytes: Uint8Array, version: DccVersion) {
  const own = ownFaults(bytes, version)
  const official = schemas?.faultsOf(bytes, version) ?? []
  const told = JSON.stringify({ own: own.slice(0, 3), official: official.slice(0, 3) })
  return { own: own.length === 0, official: official.length === 0, told }
}

function ownFaults(bytes: Uint8Array, version: DccVersion): readonly unknown[] {
  try {
    return checkContent(readXml(bytes), version)
  } catch (error) {
    if (error instanceof Refusal) return [error.message]
    throw error
  }
}

const versionOf = (bytes: Uint8Array): DccVersion => {
  const stated = attributeOf(readXml(bytes), 'schemaVersion') ?? '2.2.0'
  if (!isDccVersion(stated)) throw new Error(`No schema for ${stated}`)
  return stated
}

function wellFormed() {
  return [...publishedFiles('examples'), ...publishedFiles('hostile')].filter(([name, { bytes }]) => {
    try {
      // What is no DCC has no schema, and libxml2 has a limit of its own for depth.
      return readXml(bytes).namespace === 'https://ptb.de/dcc' && !name.includes('deep-nesting')
    } catch {
      return false
    }
  })
}

/** Where elements begin and end, in the prefixes that the published files use. */
const tags = /<(?:dcc|si):[^>]*>|<\/(?:dcc|si):[^>]*>/g

interface Mutation {
  readonly what: 'remove' | 'double' | 'swap' | 'rename' | 'empty' | 'word'
  readonly at: number
}

/** Ranges of whole elements without elements inside: what can be taken out, doubled, emptied or exchanged. */
function leavesOf(text: string): readonly { from: number; to: number }[] {
  const found: { from: number; to: number }[] = []
  let open: number | undefined
  for (const tag of text.matchAll(tags)) {
    if (!tag[0].startsWith('</')) open = tag[0].endsWith('/>') ? undefined : tag.index
    else if (open !== undefined) {
      found.push({ from: open, to: tag.index + tag[0].length })
      open = undefined
    }
  }
  return found
}

function mutated(text: string, { what, at }: Mutation): string {
  const leaves = leavesOf(text)
  const { from, to } = leaves[at % leaves.length]!
  const leaf = text.slice(from, to)
  const inside = /^(<[^>]*>)([\s\S]*)(<\/[^>]*>)$/.exec(leaf)
  const [, start = '', , end = ''] = inside ?? []
  const replace = (by: string) => text.slice(0, from) + by + text.slice(to)
  if (what === 'remove') return replace('')
  if (what === 'double') return replace(leaf + leaf)
  if (what === 'empty') return replace(start + end)
  if (what === 'word') return replace(`${start}word${end}`)
  if (what === 'rename') return replace(leaf.replaceAll(/(<\/?(?:dcc|si):)(\w+)/g, '$1unknown'))
  const next = leaves[(at % leaves.length) + 1]
  if (!next || text.slice(to, next.from).trim() !== '') return text
  return (
    text.slice(0, from) +
    text.slice(next.from, next.to) +
    text.slice(to, next.from) +
    leaf +
    text.slice(next.to)
  )
}

// The schemas are PTB's and no part of this repository.
describe.skipIf(!arePublishedFilesHere)('the content model and the official schemas', () => {
  it.each(wellFormed())('say the same of %s', (_, { bytes }) => {
    const { own, official, told } = verdictsOn(bytes, versionOf(bytes))
    expect(own, told).toBe(official)
  })

  it.each(publishedFiles('examples/valid').filter(([, { bytes }]) => bytes.length < 60_000))(
    'say the same of %s with anything in it taken out, doubled, exchanged, renamed or emptied',
    (_, { bytes }) => {
      const text = new TextDecoder().decode(bytes)
      const version = versionOf(bytes)
      const mutation = fc.record({
        what: fc.constantFrom<Mutation['what']>('remove', 'double', 'swap', 'rename', 'empty', 'word'),
        at: fc.nat(2000),
      })
      fc.assert(
        fc.property(mutation, (change) => {
          const { own, official, told } = verdictsOn(new TextEncoder().encode(mutated(text, change)), version)
          expect(own, told).toBe(official)
        }),
        { numRuns: Number(process.env['RUNS'] ?? 15) },
      )
    },
    60_000,
  )
})
