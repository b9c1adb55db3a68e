import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { typesOfSchemas } from '#contract/generate-types.ts'
import { withReadonly } from '#contract/readonly-types.ts'

describe('the types of the messages', () => {
  it('are those that the schemas give: `npm run contract` changes nothing', async () => {
    expect(await typesOfSchemas()).toBe(readFileSync('src/contract/types.ts', 'utf8'))
  }, 60_000)

  it('let nobody change what came over the wire', () => {
    const written = 'interface A {\n  b: C[]\n  "d-e"?: ("x" | "y")[][]\n  [k: string]: unknown\n}\n'
    expect(withReadonly(written)).toBe(
      'interface A {\n  readonly b: (readonly C[])\n  readonly "d-e"?: (readonly (readonly ("x" | "y")[])[])\n' +
        '  readonly [k: string]: unknown\n}\n',
    )
  })
})
