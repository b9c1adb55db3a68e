import { describe, expect, it, vi } from 'vitest'
import { service } from '../service.ts'
import { fields, withBody } from './fields.ts'
import { casesFor, isListHere, valueOf } from './hostile-inputs.ts'
import { isDate, isDecimal, isFreeText, isName, isNumber, isSerialNumber, type Leaf } from './leaves.ts'

// Each test sends many requests, and the machine may be busy.
vi.setConfig({ testTimeout: 120_000 })

const { atLeaves, inObjects } = fields(service())

const meantBy: Readonly<Record<string, (leaf: Leaf) => boolean>> = {
  'each-number-field': isNumber,
  'each-date-field': isDate,
  'each-name-field': isName,
  'each-text-field': isFreeText,
  'serial-number': isSerialNumber,
}

// The list lies beside this repository where the conformance corpus is checked out.
describe.skipIf(!isListHere).each(withBody)('in a request to %s', (id) => {
  for (const [place, isMeant] of Object.entries(meantBy)) {
    it.each(casesFor(place))(`${place}: %s`, async (_, { payload, expect: expected }) => {
      expect(await atLeaves(id, isMeant, () => valueOf(payload), expected)).toEqual([])
    })
  }

  it.each(casesFor('each-number-field'))('a number that may be a text: %s', async (_, { payload }) => {
    expect(await atLeaves(id, isDecimal, () => valueOf(payload), 'reject-or-inert')).toEqual([])
  })

  it.each(casesFor('add-member'))('every object: %s', async (_, { payload, expect: expected }) => {
    expect(await inObjects(id, valueOf(payload) as object, expected)).toEqual([])
  })
})
