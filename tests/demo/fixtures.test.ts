import { describe, expect, it } from 'vitest'
import type { CalibrationEntry } from '#contract/types.ts'
import { convertDifference, convertValue } from '#metrology/quantity/convert.ts'
import { parseUnit } from '#metrology/quantity/parse-unit.ts'
import { toNumber } from '#metrology/quantity/reported-number.ts'
import { halfLastDigit } from '../../src/demo/expectations.ts'
import { readFixtures, type StatedFigure, type Step } from '../../src/demo/fixture.ts'
import { evaluateFixtures } from './evaluate-fixture.ts'

interface Figure {
  readonly result: string
  readonly estimate?: StatedFigure
  readonly expandedUncertainty?: StatedFigure
  readonly coverageFactor?: string
  readonly basis: string
  readonly source: string
}

const fixtures = readFixtures()
const stories = [...fixtures.chains, ...fixtures.negative]
const steps = stories.flatMap(({ name, steps: own }) => own.map((step) => ({ name, step })))
const calibrations = steps
  .filter(({ step }) => step.do === 'calibration')
  .map(({ name, step }) => ({ name, step, entry: step.body as unknown as CalibrationEntry }))
const figuresOf = (step: Step) => (step.figures ?? []) as readonly Figure[]
const evaluated = evaluateFixtures(fixtures)

const of = (number: string) =>
  evaluated.find(({ step }) => step.body?.['certificateNumber'] === number)?.outcome

/** The hour on the wall of the laboratory. */
const hourInChina = (time: string) => (new Date(time).getUTCHours() + 8) % 24
const weekdayInChina = (time: string) => new Date(Date.parse(time) + 8 * 3_600_000).getUTCDay()

describe('the figures of the fixtures', () => {
  it('name their source, and say whether somebody published them', () => {
    const bases = ['published', 'general-knowledge', 'derived', 'computed']
    for (const { name, step } of steps) {
      for (const { basis, source } of figuresOf(step)) {
        expect(bases, name).toContain(basis)
        expect(source.length, name).toBeGreaterThan(10)
      }
    }
    for (const { entry } of stories.flatMap(({ references = [] }) => references))
      expect(entry['source'], String(entry['code'])).toBeTruthy()
    for (const entry of fixtures.references) expect(entry['source'], String(entry['code'])).toBeTruthy()
  })

  it('come out of the budgets at the rounding of their source', () => {
    for (const { step, code, outcome } of evaluated) {
      const figure = figuresOf(step).find(({ result }) => result === code)
      if (figure === undefined) continue
      const { estimate, expandedUncertainty: U, coverageFactor } = figure
      const place = `${String(step.body?.['certificateNumber'])}/${code}`
      const unit = parseUnit(outcome.unit)
      if (U) {
        const found = convertDifference(outcome.expandedUncertainty, unit, parseUnit(U.unit))
        expect(Math.abs(found - toNumber(U.value)), `U of ${place}`).toBeLessThanOrEqual(
          halfLastDigit(U.value),
        )
      }
      if (estimate) {
        const found = convertValue(outcome.estimate, unit, parseUnit(estimate.unit))
        expect(Math.abs(found - toNumber(estimate.value)), `value of ${place}`).toBeLessThanOrEqual(
          halfLastDigit(estimate.value),
        )
      }
      expect(outcome.coverageFactor, `k of ${place}`).toBeCloseTo(toNumber(coverageFactor ?? '2'), 3)
    }
  })

  it('reach the examples of EA-4/02 at full precision where their inputs are theirs alone', () => {
    // S9 and S10 take from above what contributes a thousandth of u²; S6 has readings and mismatch of its own.
    expect(of('DLAB-E-2026-0095')?.standardUncertainty).toBeCloseTo(0.02957476, 6)
    expect(of('DPLANT-L-2026-0068')?.standardUncertainty).toBeCloseTo(0.03233956, 7)
    expect(of('DLAB-L-2026-0033')?.standardUncertainty).toBeCloseTo(36.4e-6, 7)
    expect(of('DLAB-E-2026-0110')?.standardUncertainty).toBeCloseTo(0.01617, 5)
  })
})

describe('the acts of the fixtures', () => {
  it('happen in working hours and are recorded on the day, before the registry is asked', () => {
    for (const { name, step, entry } of calibrations) {
      const { started, finished, lateReason } = entry
      expect(Date.parse(started), name).toBeLessThan(Date.parse(finished))
      expect(Date.parse(finished), name).toBeLessThanOrEqual(Date.parse(step.at))
      for (const time of [started, finished, step.at]) {
        expect(hourInChina(time), name).toBeGreaterThanOrEqual(8)
        expect(hourInChina(time), name).toBeLessThan(18)
        expect([0, 6], name).not.toContain(weekdayInChina(time))
        expect(Date.parse(time), name).toBeLessThan(Date.parse('2026-11-25T00:00:00+08:00'))
      }
      if (lateReason === undefined) expect(step.at.slice(0, 10), name).toBe(finished.slice(0, 10))
    }
  })

  it('use a standard only after its certificate was issued', () => {
    const issued = new Map(
      calibrations.map(({ step, entry }) => [entry.certificateNumber, Date.parse(step.at) + 2 * 3_600_000]),
    )
    for (const { name, entry } of calibrations) {
      for (const { from } of entry.results.flatMap(({ inputs }) => Object.values(inputs))) {
        if (from === undefined || !('certificate' in from)) continue
        const at = issued.get(from.certificate) ?? Infinity
        expect(at, `${name}: ${from.certificate}`).toBeLessThan(Date.parse(entry.started))
      }
    }
  })

  it('are done by fictional organizations only', () => {
    const fictional = new Set(fixtures.organizations.filter((o) => o.fictional).map(({ code }) => code))
    for (const { step, name } of steps) {
      expect(fictional, name).toContain(step.as.organization)
      expect(fictional, name).toContain(step.body?.['laboratory'] ?? step.body?.['issuer'] ?? 'D-NMI')
    }
    for (const { code, name, fictional: isFictional } of fixtures.organizations)
      expect(name.en.endsWith('(fictional)') && name.zh.endsWith('（虚构）'), code).toBe(isFictional)
  })

  it('name every certificate, equipment and competence once', () => {
    const codes = [
      ...stories.flatMap(({ equipment }) => equipment).map(({ code }) => `equipment ${String(code)}`),
      ...[...fixtures.competences, ...stories.flatMap((s) => s.competences ?? [])].map(
        ({ code }) => `competence ${String(code)}`,
      ),
      ...calibrations.map(({ entry }) => `certificate ${entry.certificateNumber ?? ''}`),
    ]
    expect(codes.filter((code, i) => codes.indexOf(code) < i)).toEqual([])
  })
})
