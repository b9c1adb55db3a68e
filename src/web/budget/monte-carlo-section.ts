import { html } from 'hono/html'
import { gumDensity, gumInterval } from '#faces/gum-distribution.ts'
import { numberText, percent, significant, unitText, withUnit } from '#faces/numbers.ts'
import type { PageLanguage } from '#faces/page.ts'
import type { ShownBudget } from '#faces/shown-budget.ts'
import { histogram, type MarkedInterval } from '../drawing/histogram.ts'
import { banner } from '../ground/blocks/banner.ts'
import { table } from '../ground/blocks/table.ts'
import { raised } from '../ground/raised.ts'
import { when } from '../ground/html.ts'
import type { Html } from '../ground/page-route.ts'
import type { MonteCarloShown } from './evaluate-sheet.ts'
import { budgetWords } from './words.ts'

/** The trials under the density by the law of propagation, the three intervals, and whether both agree (JCGM 101:2008, 8). */
export function monteCarloSection(budget: ShownBudget, shown: MonteCarloShown, language: PageLanguage): Html {
  const words = budgetWords[language]
  const { run, output } = shown
  const p = percent(run.probability, run.probability === 0.95 ? 0 : 2)
  const marked = intervalsOf(budget, shown, { p, language })
  const [lower = Number.NaN, upper = Number.NaN] = output.symmetricInterval
  const digits = digitsFor(budget)
  return html`${verdictOf(shown, budget, language)}
    ${when(output.histogram, () =>
      histogram({
        title: words.distributionOf(budget.output),
        description: words.described(p, numberText(run.trials), digits(lower), digits(upper)),
        quantity: budget.output,
        unit: unitText(budget.unit),
        classes: {
          ...(output.histogram ?? { lower: 0, width: 1, counts: [] }),
          trials: run.trials - run.notFiniteTrials,
        },
        intervals: marked.map((each) => ({ ...each, label: each.short })),
        curve: words.curve,
        ...(budget.standardUncertainty > 0 && {
          density: gumDensity({ ...resultOf(budget) }),
        }),
      }),
    )}
    ${table({
      caption: words.interval,
      columns: [
        { head: `${words.interval}, ${p}` },
        { head: words.lower, isFigure: true },
        { head: words.upper, isFigure: true },
        { head: words.width, isFigure: true },
      ],
      rows: marked.map(({ lower: low, upper: high, long }) => [
        long,
        withUnit(digits(low), budget.unit),
        withUnit(digits(high), budget.unit),
        withUnit(significant(high - low, 3), budget.unit),
      ]),
    })}
    <p class="small">
      ${words.mean}: ${raised(withUnit(digits(output.mean), budget.unit))};
      ${raised(withUnit(significant(output.standardDeviation, 3), budget.unit))}.
      ${words.trials(numberText(run.trials), String(run.seed))} ${run.stable ? '' : words.notStable}
    </p>`
}

const resultOf = (budget: ShownBudget) => ({
  value: budget.estimate,
  standardUncertainty: budget.standardUncertainty,
  degreesOfFreedom: budget.effectiveDegreesOfFreedom,
})

interface NamedInterval extends Omit<MarkedInterval, 'label'> {
  readonly short: string
  readonly long: string
}

function intervalsOf(
  budget: ShownBudget,
  { run, output }: MonteCarloShown,
  { p, language }: { readonly p: string; readonly language: PageLanguage },
): NamedInterval[] {
  const words = budgetWords[language]
  const gum = budget.standardUncertainty > 0 ? gumInterval(resultOf(budget), run.probability) : undefined
  return [
    ...(gum ? [{ ...gum, name: 'gum' as const, short: words.gumInterval(p), long: words.gum }] : []),
    {
      ...ends(output.symmetricInterval),
      name: 'symmetric',
      short: words.symmetric(p),
      long: words.symmetricLong,
    },
    {
      ...ends(output.shortestInterval),
      name: 'shortest',
      short: words.shortest(p),
      long: words.shortestLong,
    },
  ]
}

const ends = ([lower = Number.NaN, upper = Number.NaN]: readonly number[]) => ({ lower, upper })

function verdictOf({ validation }: MonteCarloShown, budget: ShownBudget, language: PageLanguage): Html {
  const words = budgetWords[language]
  if (!validation) return html`<p>${words.notCompared}</p>`
  const { lowerDifference, upperDifference, tolerance, isValid } = validation
  // The tolerance is half a unit of its last digit but one; differences are told to the same place.
  const decimals = Math.max(0, 1 - Math.floor(Math.log10(tolerance || 1)))
  const shown = [lowerDifference, upperDifference, tolerance].map((each) =>
    withUnit(decimals > 9 ? significant(each, 2) : numberText(each.toFixed(decimals)), budget.unit),
  )
  const [low = '', high = '', allowed = ''] = shown
  return banner({
    tone: isValid ? 'good' : 'caution',
    title: isValid ? words.agrees : words.differs,
    text: raised((isValid ? words.agreesText : words.differsText)(low, high, allowed)),
  })
}

/** To the third digit of the standard uncertainty: what is beyond it is chance. */
function digitsFor({ standardUncertainty: u }: ShownBudget): (x: number) => string {
  if (!(u > 0)) return (x) => significant(x, 6)
  const decimals = 2 - Math.floor(Math.log10(u))
  return (x) => numberText(decimals > 12 ? x.toExponential(4) : x.toFixed(Math.max(0, decimals)))
}
