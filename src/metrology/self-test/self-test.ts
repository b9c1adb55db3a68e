import { decimalOf, magnitudeOf, parseDecimal, roundDecimal } from '#metrology/quantity/decimal.ts'
import { engine } from '#metrology/uncertainty/evaluation-answer.ts'
import { examples } from './examples.ts'
import type { PublishedExample, PublishedFigure } from './published-example.ts'

export interface SelfTestItem {
  readonly document: string
  readonly clause: string
  readonly quantity: string
  readonly unit?: string
  readonly published: string
  /** All digits of the engine. */
  readonly computed: string
  readonly agrees: boolean
  readonly deviation?: { readonly en: string; readonly zh: string }
}

export interface SelfTest {
  readonly engine: typeof engine
  readonly passed: number
  readonly failed: number
  readonly items: readonly SelfTestItem[]
}

/**
 * ISO/IEC 17025:2017, 7.11.2: the software is validated against examples that others have published and computed. They
 * are computed anew each time, by the functions that evaluate tasks.
 */
export function selfTest(published: readonly PublishedExample[] = examples): SelfTest {
  const items = published.flatMap(({ document, clause, figures }) =>
    figures().map((figure): SelfTestItem => ({ document, clause, ...tested(figure) })),
  )
  const passed = items.filter(({ agrees }) => agrees).length
  return { engine, passed, failed: items.length - passed, items }
}

function tested(figure: PublishedFigure): Omit<SelfTestItem, 'document' | 'clause'> {
  const { quantity, unit, published, computed, deviation } = figure
  return {
    quantity,
    ...(unit !== undefined && { unit }),
    published,
    computed: String(computed),
    agrees: agrees(figure),
    ...(deviation && { deviation }),
  }
}

/** Rounded to the place of the last printed digit it is the printed figure, or next to it where that is explained. */
function agrees({ published, computed, deviation }: PublishedFigure): boolean {
  const printed = parseDecimal(published)
  if (typeof computed === 'string' || !printed) return computed === published
  if (!Number.isFinite(computed)) return false
  const rounded = roundDecimal(decimalOf(computed), printed.exponent)
  return magnitudeOf(rounded.coefficient - printed.coefficient) <= (deviation ? 1n : 0n)
}
