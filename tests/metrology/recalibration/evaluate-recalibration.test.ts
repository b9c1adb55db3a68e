import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { studentQuantile } from '#metrology/distributions/student-distribution.ts'
import { evaluateRecalibration } from '#metrology/recalibration/evaluate-recalibration.ts'
import type { RecalibrationData } from '#metrology/recalibration/recalibration-task.ts'
import { refused } from '../refused.ts'

const ask = (method: string, data: RecalibrationData) => evaluateRecalibration({ method: [method], data })

const counts = fc
  .integer({ min: 1, max: 300 })
  .chain((n) => fc.tuple(fc.integer({ min: 0, max: n }), fc.constant(n)))
const probability = fc.double({ min: 0.01, max: 0.99, noNaN: true })
const testOf = (x: number, n: number, targetReliability: number, confidence = 0.5) =>
  ask('rp1-a3', {
    inToleranceCount: x,
    totalCount: n,
    assignedInterval: 12,
    targetReliability,
    confidence,
    maximumChangeFactor: 2,
  })

describe('the interval test (RP-1, A3)', () => {
  it('reduces below the target, extends above it, and never by more than the factor', () => {
    fc.assert(
      fc.property(counts, probability, ([x, n], target) => {
        const { interval, observedReliability: R, rejectionConfidence: Q } = testOf(x, n, target)
        expect(Math.sign(interval! - 12) * Math.sign(R! - target)).toBeGreaterThanOrEqual(0)
        expect(interval! / 12).toBeGreaterThanOrEqual(0.5)
        expect(interval! / 12).toBeLessThanOrEqual(2)
        expect(Q!).toBeGreaterThanOrEqual(0)
        expect(Q!).toBeLessThanOrEqual(1)
      }),
    )
  })

  it('has an interval for the reliability about what was observed, wider with more confidence', () => {
    fc.assert(
      fc.property(counts, probability, ([x, n], confidence) => {
        const { observedReliability: R, reliabilityInterval: [low, high] = [] } = testOf(
          x,
          n,
          0.9,
          confidence,
        )
        const [lower, higher] = testOf(x, n, 0.9, (1 + confidence) / 2).reliabilityInterval!
        expect(x === 0 ? low === 0 : low! < R!).toBe(true)
        expect(x === n ? high === 1 : high! > R!).toBe(true)
        expect(lower!).toBeLessThanOrEqual(low!)
        expect(higher!).toBeGreaterThanOrEqual(high!)
      }),
    )
  })

  it('says for one of five what Clopper and Pearson say', () => {
    const [low, high] = testOf(1, 5, 0.9).reliabilityInterval!
    expect(low).toBeCloseTo(1 - 0.75 ** (1 / 5), 12)
    expect(high).toBeLessThan(0.5)
  })

  it('leaves the interval where what was observed is as likely as not', () => {
    expect(testOf(94, 100, 0.95)).toMatchObject({ isChangeSupported: false })
    expect(testOf(19, 20, 0.95)).toMatchObject({ interval: 12, rejectionConfidence: 0 })
  })

  it('is refused for counts that cannot be', () => {
    expect(refused(() => testOf(2.5, 5, 0.9)).pointer).toBe('/data/inToleranceCount')
    expect(refused(() => testOf(0, 0, 0.9)).pointer).toBe('/data/totalCount')
    const data = {
      inTolerance: [1, 2],
      assignedInterval: 1,
      targetReliability: 0.9,
      confidence: 0.5,
      maximumChangeFactor: 2,
    }
    expect(refused(() => ask('rp1-a3', data))).toMatchObject({
      code: 'recalibration.count-impossible',
      pointer: '/data/inTolerance/1',
    })
  })
})

const drifting: RecalibrationData = {
  daysSinceCalibration: [70, 86, 104, 135, 167, 173],
  changeSinceCalibration: [0.1, 0.11, 0.251, 0.299, 0.403, 0.615],
  order: 2,
  initialValue: 10.03,
  initialUncertainty: 0.28,
}
const limited = { ...drifting, targetReliability: 0.95 }

describe('an interval from drift', () => {
  it('ends where the projected uncertainty is the target, and not before', () => {
    const { interval, projected } = ask('variables-uncertainty-target', {
      ...drifting,
      targetUncertainty: 0.5,
    })
    expect(projected!.standardUncertainty).toBeCloseTo(0.5, 12)
    const earlier = ask('variables-uncertainty-target', { ...drifting, targetUncertainty: 0.49 })
    expect(earlier.interval!).toBeLessThan(interval!)
  })

  it('ends where value + t·u is the upper limit, with the risk on one side', () => {
    const answer = ask('variables-reliability-target', { ...limited, upperLimit: 12 })
    const { projected, coverageFactor: t } = answer
    expect(t).toBe(studentQuantile(0.95, 4))
    expect(projected!.value! + t! * projected!.standardUncertainty).toBeCloseTo(12, 11)
  })

  it('ends at the limit that is reached first, with half of the risk on each side', () => {
    const both = ask('variables-reliability-target', { ...limited, lowerLimit: 8, upperLimit: 12 })
    expect(both.coverageFactor).toBe(studentQuantile(0.975, 4))
    const { value, standardUncertainty: u } = both.projected!
    expect(value! + both.coverageFactor! * u).toBeCloseTo(12, 11)
  })

  it('is longer with wider limits, and the same seen in a mirror', () => {
    fc.assert(
      fc.property(
        fc.double({ min: 1.2, max: 50, noNaN: true }),
        fc.double({ min: 1, max: 3, noNaN: true }),
        (room, wider) => {
          const upper = (of: number) =>
            ask('variables-reliability-target', { ...limited, initialValue: 0, upperLimit: of }).interval!
          const mirrored = ask('variables-reliability-target', {
            ...limited,
            changeSinceCalibration: limited.changeSinceCalibration!.map((d) => -Number(d)),
            initialValue: 0,
            lowerLimit: -room,
          }).interval!
          expect(upper(room * wider)).toBeGreaterThanOrEqual(upper(room))
          expect(mirrored).toBeCloseTo(upper(room), 9)
        },
      ),
    )
  })

  it('is the same time in other units', () => {
    const hours = limited.daysSinceCalibration!.map((t) => Number(t) * 24)
    const inDays = ask('variables-reliability-target', { ...limited, upperLimit: 12 }).interval!
    const inHours = ask('variables-reliability-target', {
      ...limited,
      daysSinceCalibration: hours,
      upperLimit: 12,
    })
    expect(inHours.interval! / 24).toBeCloseTo(inDays, 9)
  })

  it('has no end where nothing drifts, and says how far that was looked at', () => {
    const still = {
      ...limited,
      changeSinceCalibration: [0, 0, 0, 0, 0, 0],
      initialUncertainty: 0.1,
      upperLimit: 12,
    }
    const answer = ask('variables-reliability-target', still)
    expect(answer.interval).toBeUndefined()
    expect(answer.notReachedWithin).toBe(17300)
  })

  it('ends where a drift without scatter crosses the limit', () => {
    const exact = {
      ...limited,
      order: 1,
      daysSinceCalibration: [1, 2, 3],
      changeSinceCalibration: [0.5, 1, 1.5],
    }
    const answer = ask('variables-reliability-target', {
      ...exact,
      initialValue: 0,
      initialUncertainty: 0,
      upperLimit: 4,
    })
    expect(answer.interval).toBeCloseTo(8, 9)
  })

  it('is refused where the target is missed at once, or the drift is not determined', () => {
    expect(
      refused(() => ask('variables-uncertainty-target', { ...drifting, targetUncertainty: 0.2 })),
    ).toMatchObject({
      code: 'recalibration.already-reached',
      pointer: '/data/targetUncertainty',
    })
    expect(refused(() => ask('variables-reliability-target', { ...limited, lowerLimit: 10 })).pointer).toBe(
      '/data/lowerLimit',
    )
    expect(refused(() => ask('variables-reliability-target', limited)).code).toBe('task.member-missing')
    const same = { ...limited, daysSinceCalibration: [9, 9, 9, 9, 9, 9], upperLimit: 12 }
    expect(refused(() => ask('variables-reliability-target', same))).toMatchObject({
      code: 'recalibration.times-do-not-determine',
      pointer: '/data/daysSinceCalibration',
    })
    const few = { ...limited, daysSinceCalibration: [1, 2], changeSinceCalibration: [1, 2], upperLimit: 12 }
    expect(refused(() => ask('variables-reliability-target', few)).code).toBe('recalibration.too-few-changes')
  })
})

describe('the methods of ILAC-G24/OIML D 10', () => {
  const stairs = { assignedInterval: 12, maximumPermissibleError: 2, extension: 0.2, targetReliability: 0.9 }

  it('staircase: where the target is met exactly, extensions and reductions balance', () => {
    const errors = [1, 1, 1, 1, 1, 1, 1, 1, 1, 3]
    const { interval, intervals } = ask('staircase', { ...stairs, errors })
    expect(interval).toBeCloseTo(12, 9)
    expect(intervals).toHaveLength(10)
  })

  it('staircase: keeps the interval between the share and the limit, and within its bounds', () => {
    const bounded = { ...stairs, shareOfLimit: 0.8, shortestInterval: 6, longestInterval: 13 }
    expect(ask('staircase', { ...bounded, errors: [1.8, -1.8] }).intervals).toEqual([12, 12])
    expect(ask('staircase', { ...bounded, errors: [0, 0, -9, 9] }).intervals).toEqual([13, 13, 6, 6])
  })

  it('control chart: drift and scatter of the values found say when a limit is reached', () => {
    const chart = { daysOfCalibration: [0, 100, 200, 300, 400], valuesFound: [0, 1.1, 1.9, 3.05, 3.95] }
    const answer = ask('control-chart', { ...chart, upperLimit: 6, targetReliability: 0.95 })
    const { value, standardUncertainty } = answer.projected!
    expect(value! + answer.coverageFactor! * standardUncertainty).toBeCloseTo(6, 10)
    expect(answer.coefficients).toEqual({ b0: expect.closeTo(3.97, 10), b1: expect.closeTo(0.00985, 12) })
    const later = ask('control-chart', {
      ...chart,
      daysOfCalibration: chart.daysOfCalibration.map((d) => d + 9000),
      upperLimit: 6,
      targetReliability: 0.95,
    })
    expect(later.interval).toBeCloseTo(answer.interval!, 9)
  })
})
