import { describe, expect, it } from 'vitest'
import { readSchema, schemaNames } from '#contract/schema-files.ts'
import { conform } from '#contract/schemas.ts'
import type { SchemaName } from '#contract/types.ts'

const examples = schemaNames().flatMap((name) => {
  const { examples: stated } = readSchema(name)
  return Array.isArray(stated) ? stated.map((example: unknown, i) => [name, i, example] as const) : []
})

describe('the examples of the schemas', () => {
  it('are found by this test', () => {
    expect(examples.length).toBeGreaterThan(30)
  })

  it.each(examples)('match the schema that shows them: %s %i', (name, _, example) => {
    expect(conform(name as SchemaName, example)).toEqual(example)
  })
})
