import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { operationsOfTheClient } from '../src/generate-client.ts'

describe('the operations that the client knows', () => {
  it('are those of the OpenAPI document: `npm run contract` changes nothing', async () => {
    expect(await operationsOfTheClient()).toBe(readFileSync('src/client/operations.ts', 'utf8'))
  }, 60_000)
})
