import { describe, expect, it, vi } from 'vitest'
import { service } from '../service.ts'
import { fields, withBody } from './fields.ts'
import { casesFor, isListHere, valueOf } from './hostile-inputs.ts'
import { isText } from './leaves.ts'

// Each test sends many requests, and the machine may be busy.
vi.setConfig({ testTimeout: 120_000 })

const { atLeaves } = fields(service())

// The list lies beside this repository where the conformance corpus is checked out.
describe.skipIf(!isListHere).each(withBody)('in every text of %s', (id) => {
  it.each(casesFor('each-string-field'))('%s', async (_, { payload, expect: expected }) => {
    expect(await atLeaves(id, isText, () => valueOf(payload), expected)).toEqual([])
  })
})
