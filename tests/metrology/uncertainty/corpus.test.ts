import { describe, expect, it } from 'vitest'
import { evaluateMeasurementModel, type MeasurementModelTask } from '#metrology/uncertainty/evaluate-model.ts'
import { conform } from '#contract/schemas.ts'
import { resolveInput, type InputQuantity } from '#metrology/uncertainty/input-quantity.ts'
import { corpus, corpusIsHere, corpusNote, disagreements, type Case } from './corpus.ts'

const stating = [
  'model',
  'inputs',
  'correlations',
  'correlationsFromReadings',
  'readingsDerivation',
  'coverage',
]

/** What of a case states the task; the rest documents it. */
const taskOf = (c: Case): MeasurementModelTask =>
  conform('evaluation/measurement-model.json', {
    method: ['gum'],
    ...Object.fromEntries(stating.filter((m) => c[m] !== undefined).map((m) => [m, c[m]])),
  })

const hasGum = (c: Case) => c.kind === 'measurement-model' && c.method.includes('gum')

/** Quantities that a document prints on the way: means and standard uncertainties of single inputs. */
const withIntermediates = (c: Case, answer: ReturnType<typeof evaluateMeasurementModel>) => {
  const inputs = Object.entries(taskOf(c).inputs).map(([name, input]: [string, InputQuantity]) => {
    const { estimate, standardUncertainty } = resolveInput(input)
    return [name, { mean: estimate, standardUncertainty }] as const
  })
  return { ...answer.gum, intermediate: Object.fromEntries(inputs) }
}

describe.skipIf(!corpusIsHere)(`the published examples of first-order propagation${corpusNote}`, () => {
  for (const c of corpus.filter(hasGum)) {
    it(`${c.id}: every figure lies within the tolerance of its source`, () => {
      const answer = evaluateMeasurementModel(taskOf(c))
      expect(disagreements(c, 'gum', withIntermediates(c, answer))).toEqual([])
      expect(conform('evaluation/measurement-model-evaluation.json', answer)).toBe(answer)
    })
  }

  it('no example of the method gum is left out', () => {
    expect(corpus.filter((c) => c.method.includes('gum')).filter((c) => !hasGum(c))).toEqual([])
    expect(corpus.filter(hasGum).length).toBeGreaterThanOrEqual(39)
  })

  it('what this room does not evaluate is evaluated by others, and known by name', () => {
    const evaluated = ['gum', 'gum-second-order', 'monte-carlo']
    const methods = corpus.filter(hasGum).flatMap((c) => c.method.filter((m) => !evaluated.includes(m)))
    expect(methods).toEqual([])
    const others = new Set(corpus.filter((c) => !hasGum(c)).map((c) => c.kind))
    expect([...others].sort()).toEqual([
      'calibration-interval',
      'conformity',
      'correlation-matrix',
      'distribution',
      'interlaboratory',
      'regression',
      'statistics',
    ])
  })

  it('the same task gives the same bytes', () => {
    for (const c of corpus.filter(hasGum)) {
      const once = JSON.stringify(evaluateMeasurementModel(taskOf(c)))
      expect(JSON.stringify(evaluateMeasurementModel(taskOf(c)))).toBe(once)
      expect(once).not.toContain('-0,')
      expect(once).not.toContain('null')
    }
  })
})
