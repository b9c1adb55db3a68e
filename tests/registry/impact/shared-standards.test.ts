import { beforeAll, describe, expect, it } from 'vitest'
import { service } from '../../service.ts'
import { issued, laboratory } from '../laboratory-of-the-tests.ts'
import { must } from '../people-of-the-tests.ts'
import { entryOfBoth, numberOf, resultOfBoth, twoWeights } from '../two-weights-of-the-tests.ts'

/** U of the sum, the difference and a + 2b, where u(E2) is `us`. */
const expanded = (us: number) => [
  2 * Math.sqrt(4 * us ** 2 + 2 * 30 ** 2),
  2 * Math.sqrt(2) * 30,
  2 * Math.sqrt(9 * us ** 2 + 5 * 30 ** 2),
]

describe('another uncertainty of a standard that two inputs share', () => {
  const s = service()
  const lab = laboratory(s)
  let number = ''
  beforeAll(async () => {
    // Large enough for the capability of the laboratory.
    await twoWeights(lab, { scale: 100 })
    const entry = entryOfBoth(resultOfBoth('a + b'), resultOfBoth('a - b'), resultOfBoth('a + 2 * b'))
    const { competence: _, ...withoutCompetence } = entry
    number = (await issued(lab, withoutCompetence)).body.number
  })

  it('goes into both and into what they share: a sum grows by the whole of it, a difference by nothing', async () => {
    for (const U of ['100', '20']) {
      const { body } = must(
        await lab.technician.post('/v1/impact', {
          subject: { certificate: numberOf.E2 },
          hypothesis: { expandedUncertainty: { value: U, unit: 'mg' } },
        }),
      )
      const items = body.items.filter((one: { certificate: string }) => one.certificate === number)
      const after = items.map((one: { result: string; after: { U: number } }) => [one.result, one.after.U])
      const expected = expanded(Number(U) / 2).map((one, i) => [`r${i}`, expect.closeTo(one, 7)])
      expect(after.toSorted()).toEqual(expected)
    }
  })
})
