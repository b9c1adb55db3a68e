import { describe, expect, it } from 'vitest'
import { examples } from '#metrology/self-test/examples.ts'
import type { PublishedFigure } from '#metrology/self-test/published-example.ts'
import { selfTest } from '#metrology/self-test/self-test.ts'

const asked = (figure: Omit<PublishedFigure, 'quantity'>) =>
  selfTest([{ document: 'GUM', clause: '1', figures: () => [{ quantity: 'u', ...figure }] }])
const agrees = (figure: Omit<PublishedFigure, 'quantity'>) => asked(figure).items[0]?.agrees
const deviation = { en: 'Rounded before.', zh: '先行修约。' }

describe('the self-test', () => {
  it.each(selfTest().items.map((item) => [item.document, item.clause, item.quantity, item] as const))(
    'of %s, %s agrees: %s',
    (_, __, ___, item) => {
      expect(item).toMatchObject({ agrees: true })
    },
  )

  it('reports a wrong figure as not agreeing, and counts it', () => {
    expect(asked({ published: '0.0750', computed: 0.0751 })).toMatchObject({
      passed: 0,
      failed: 1,
      items: [{ document: 'GUM', clause: '1', published: '0.0750', computed: '0.0751', agrees: false }],
    })
    expect(agrees({ published: '32', computed: 32.5 })).toBe(false)
    expect(agrees({ published: '-0.588', computed: 0.588 })).toBe(false)
    expect(agrees({ published: '32', computed: NaN })).toBe(false)
    expect(agrees({ published: '32', computed: Infinity })).toBe(false)
  })

  it('compares as many digits as are printed, and no more', () => {
    expect(agrees({ published: '0.030', computed: 0.02957 })).toBe(true)
    expect(agrees({ published: '0.0300', computed: 0.02957 })).toBe(false)
    expect(agrees({ published: '10.058', computed: '10.058' })).toBe(true)
    expect(agrees({ published: '10.058', computed: '10.0580' })).toBe(false)
  })

  it('forgives one unit of the last printed digit where the document is known to be off, and no more', () => {
    expect(agrees({ published: '93', computed: 92.4669 })).toBe(false)
    expect(agrees({ published: '93', computed: 92.4669, deviation })).toBe(true)
    expect(agrees({ published: '93', computed: 91.4, deviation })).toBe(false)
    expect(asked({ published: '93', computed: 92.4669, deviation }).items[0]).toMatchObject({ deviation })
  })

  it('forgives nothing that agrees anyhow', () => {
    const explained = selfTest().items.filter((item) => item.deviation)
    expect(explained.map(({ quantity }) => quantity)).toEqual(['U_99(l)', 'u(X)', 'u(E_X)'])
    const strictly = examples.map((example) => ({
      ...example,
      figures: () =>
        example.figures().map(({ quantity, published, computed }) => ({ quantity, published, computed })),
    }))
    expect(selfTest(strictly).failed).toBe(explained.length)
  })
})
