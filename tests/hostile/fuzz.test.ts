import * as fc from 'fast-check'
import { describe, it } from 'vitest'
import { service } from '../service.ts'
import { exampleRegistry } from './example-registry.ts'
import { leavesOf } from './leaves.ts'
import { mutated, mutations } from './mutations.ts'
import { brokenPromises } from './outcome.ts'
import { undoing } from './undone.ts'
import { validRequests, type ValidRequest } from './valid-requests.ts'

/** ETALON_FUZZ asks for more; a seed that found something is told by the failure and given back in ETALON_SEED. */
const runs = Number(process.env['ETALON_FUZZ'] ?? 1500)
const seed = Number(process.env['ETALON_SEED'] ?? 20_260_302)
/** With a busy machine in mind; the service itself has its second for each. */
const patience = 60_000 + runs * 100

const s = service()
const registry = exampleRegistry(s)
const ask = undoing(s)

/** A request with more places to be wrong is changed more often. */
function often(request: ValidRequest): ValidRequest[] {
  const { body, operation } = request
  const places = body === undefined ? 0 : leavesOf(body, operation.body ?? 'http/fault.json').length
  return Array<ValidRequest>(1 + Math.min(12, Math.ceil(places / 2))).fill(request)
}

/** The database may refuse what the registry lets through, but then nobody is told which member it was. */
const isLeftToTheDatabase = (text: string) => /"code":"record\.(?:impossible-value|contradicts)"/.test(text)

describe('a valid request with one to three changes', () => {
  it(
    'is answered within a second, refused by a code that is promised, and never with 5xx',
    async () => {
      const requests = [...validRequests(registry).values()].flat().flatMap(often)
      const holds = fc.asyncProperty(fc.nat({ max: 1e6 }), mutations, async (choice, changes) => {
        const request = requests[choice % requests.length]
        if (!request) throw new Error('There are requests')
        const { operation } = request
        const { target, init } = mutated(request, changes)
        const answer = await ask(target, init)
        const broken = brokenPromises(answer, { operation, expect: 'reject-or-inert' })
        if (isLeftToTheDatabase(answer.text)) broken.push(`left to the database: ${answer.text}`)
        if (broken.length > 0) {
          throw new Error(`${broken.join('\n')}\n${JSON.stringify({ target, ...init }).slice(0, 8000)}`)
        }
      })
      await fc.assert(holds, { numRuns: runs, seed })
    },
    patience,
  )
})
