import { unitWritten } from './known-units.ts'
import { prefixes } from './prefixes.ts'
import type { Factor } from './unit.ts'

/** Products that are written as one word; what they mean is written out with a raised dot. */
const compositions: ReadonlyMap<string, readonly (readonly [symbol: string, exponent: number])[]> = new Map([
  [
    'Wh',
    [
      ['W', 1],
      ['h', 1],
    ],
  ],
  [
    'varh',
    [
      ['var', 1],
      ['h', 1],
    ],
  ],
  [
    'VAh',
    [
      ['V', 1],
      ['A', 1],
      ['h', 1],
    ],
  ],
  [
    'Ah',
    [
      ['A', 1],
      ['h', 1],
    ],
  ],
  [
    'VA',
    [
      ['V', 1],
      ['A', 1],
    ],
  ],
  [
    'Nm',
    [
      ['N', 1],
      ['m', 1],
    ],
  ],
  [
    'rpm',
    [
      ['r', 1],
      ['min', -1],
    ],
  ],
])

/** The members of kWh, mAh, Nm …; a prefix belongs to the first of them. */
export function composedAs(word: string): readonly Factor[] | undefined {
  for (const prefix of ['', ...prefixes.flatMap(({ symbol, aliases }) => [symbol, ...aliases])]) {
    const members = word.startsWith(prefix) ? compositions.get(word.slice(prefix.length)) : undefined
    const factors = members?.flatMap(([symbol, exponent], i) => {
      const unit = unitWritten(i === 0 ? prefix + symbol : symbol)
      return unit ? [{ ...unit, exponent }] : []
    })
    if (factors && factors.length === members?.length) return factors
  }
  return undefined
}
