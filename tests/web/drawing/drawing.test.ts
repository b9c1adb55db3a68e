import { scaleLinear } from 'd3-scale'
import { describe, expect, it } from 'vitest'
import { contributionBar } from '#web/drawing/contribution-bar.ts'
import { driftChart, type DriftDrawing } from '#web/drawing/drift-chart.ts'
import { histogram } from '#web/drawing/histogram.ts'
import { captionOf, marksOn } from '#web/drawing/marks.ts'

const numbers = (svg: string, pattern: RegExp): number[][] =>
  [...svg.matchAll(pattern)].map((found) => found.slice(1).map(Number))

/** As a browser reads it: line breaks in a tag say nothing. */
const drawn = (svg: unknown): string => String(svg).replaceAll(/\s+/g, ' ')

describe('an axis', () => {
  it('has the marks of a scale, with as many decimals as their distance needs', () => {
    const labels = ['−0.3', '−0.2', '−0.1', '0.0', '0.1', '0.2', '0.3']
    expect(marksOn(scaleLinear([-0.3, 0.3], [0, 600]), 5).labels).toEqual(labels)
    expect(marksOn(scaleLinear([0, 1], [0, 600]), 5).labels).toEqual([
      '0.0',
      '0.2',
      '0.4',
      '0.6',
      '0.8',
      '1.0',
    ])
    expect(marksOn(scaleLinear([0, 40_000], [0, 600]), 4).labels).toEqual([
      '0',
      '10\u202f000',
      '20\u202f000',
      '30\u202f000',
      '40\u202f000',
    ])
  })

  it('writes marks that differ in the seventh digit as differences from one of them', () => {
    const marks = marksOn(scaleLinear([10_000.002, 10_000.046], [0, 600]), 5)
    expect(marks.origin).toBe(10_000.02)
    expect(marks.labels).toEqual(['−0.01', '0.00', '+0.01', '+0.02'])
    expect(captionOf('m', 'g', marks)).toBe('(m − 10\u202f000.02\u00a0g) / g')
  })

  it('takes a power of ten out of very small values, as a quotient of quantity and unit', () => {
    const marks = marksOn(scaleLinear([-3e-8, 3e-8], [0, 600]), 5)
    expect(marks.labels).toEqual(['−30', '−20', '−10', '0', '10', '20', '30'])
    expect(captionOf('d', '1', marks)).toBe('d / 10⁻⁹')
    expect(captionOf('δ', 'W/m', { origin: 0, power: 0 })).toBe('δ / (W/m)')
  })
})

describe('a bar of a budget', () => {
  it('is as long as the share, and another one where a covariance takes away', () => {
    expect(drawn(contributionBar(0.565))).toContain('class="bar-share" x="0" y="0" width="56.5"')
    expect(drawn(contributionBar(-0.25))).toContain('class="bar-less" x="0" y="0" width="25"')
    expect(drawn(contributionBar(1.4))).toContain('width="100" height="10" />')
  })
})

describe('a histogram', () => {
  const asked = {
    title: 'Distribution of E',
    description: '1000 trials',
    quantity: 'E',
    unit: 'mg',
    classes: { lower: -2, width: 1, counts: [100, 400, 300, 200], trials: 1000 },
    density: (x: number) => Math.exp((-x * x) / 2) / Math.sqrt(2 * Math.PI),
    intervals: [{ lower: -1, upper: 1, label: '95 %', name: 'symmetric' as const }],
  }
  const svg = drawn(histogram(asked))

  it('has bars whose areas are the shares of the trials', () => {
    const bars = numbers(
      svg,
      /<rect\s+class="(?:within|beyond)"\s+x="([\d.]+)"\s+y="([\d.]+)"\s+width="([\d.]+)"\s+height="([\d.]+)"/g,
    )
    expect(bars).toHaveLength(4)
    const heights = bars.map(([, , , height = 0]) => height)
    const [first = 0] = heights
    expect(heights.map((each) => each / first)).toEqual([1, 4, 3, 2].map((each) => expect.closeTo(each, 2)))
    expect(bars.map(([x = 0]) => x)).toEqual([12.4, 166.4, 320.4, 474.4])
  })

  it('draws the density over the same axes, so that both can be compared', () => {
    const [, path = ''] = /class="density" d="([^"]+)"/.exec(svg) ?? []
    const points = numbers(path, /[ML]([\d.]+) ([\d.]+)/g)
    const [, top = 0] = points.toSorted(([, a = 0], [, b = 0]) => a - b)[0] ?? []
    const bar = numbers(svg, /class="within"\s+x="[\d.]+"\s+y="([\d.]+)"/g)[0]?.[0] ?? 0
    // 0.3989 for the curve and 0.4 for the tallest bar.
    expect((320 - top) / (320 - bar)).toBeCloseTo(0.39894 / 0.4, 3)
    expect(points[0]?.[0]).toBe(12)
    expect(points.at(-1)?.[0]).toBe(628)
  })

  it('marks the interval where it is, and what lies outside it', () => {
    expect(numbers(svg, /class="reach" x1="([\d.]+)" y1="[\d.]+" x2="([\d.]+)"/g)).toEqual([[166, 474]])
    expect([...svg.matchAll(/class="(within|beyond)"/g)].map(([, name]) => name)).toEqual([
      'beyond',
      'within',
      'within',
      'beyond',
    ])
  })

  it('is described in words, and has neither colours nor styles of its own', () => {
    expect(svg).toContain('<title>Distribution of E</title>')
    expect(svg).toContain('<desc>1000 trials</desc>')
    expect(svg).not.toMatch(/\s(?:style|fill|stroke|font-family)=/)
  })
})

describe('a drift chart', () => {
  const asked: DriftDrawing = {
    title: 'Drift of W-10',
    description: 'Three calibrations',
    quantity: 'E',
    unit: 'mg',
    points: [
      {
        at: '2022-01-01',
        value: 1,
        expandedUncertainty: 0.5,
        stage: 'as-found',
        told: '2022-01-01: 1.0 ± 0.5 mg',
      },
      {
        at: '2023-01-01',
        value: 2,
        expandedUncertainty: 0.25,
        stage: 'as-left',
        told: '2023',
        href: '/certificates/A-1',
      },
      { at: '2024-01-01', value: 3, stage: 'as-found-and-left', told: '2024' },
    ],
    limits: { lower: -4, upper: 4, label: 'MPE' },
    prediction: {
      line: [
        { at: '2024-01-01', value: 3 },
        { at: '2025-01-01', value: 4 },
      ],
      band: [
        { at: '2024-01-01', lower: 3, upper: 3 },
        { at: '2025-01-01', lower: 3, upper: 5 },
      ],
      label: 'predicted',
    },
    due: { at: '2025-01-01', label: 'due' },
    events: [{ at: '2022-07-01', kind: 'adjustment', label: 'adjusted' }],
  }
  const svg = drawn(driftChart(asked))
  const dots = numbers(svg, /<circle class="dot" cx="([\d.]+)" cy="([\d.]+)"/g)

  it('sets points by day and value: equal differences are equal lengths', () => {
    const [, path = ''] = /class="middle" d="([^"]+)"/.exec(svg) ?? []
    const [[x3 = 0, y3 = 0] = [], [x4 = 0, y4 = 0] = []] = numbers(path, /[ML]([\d.]+) ([\d.]+)/g)
    const [[x1 = 0, y1 = 0] = [], [x2 = 0, y2 = 0] = []] = dots
    // 365, 365 and 366 days; one milligram each.
    expect((x4 - x3) / (x2 - x1)).toBeCloseTo(366 / 365, 3)
    expect([y1 - y2, y2 - y3, y3 - y4]).toEqual([1, 1, 1].map(() => expect.closeTo(y1 - y2, 1)))
    expect(x3 - x2).toBeCloseTo(x2 - x1, 1)
  })

  it('draws U as a bar from value − U to value + U', () => {
    const bars = numbers(svg, /<line class="bar" x1="([\d.]+)" y1="([\d.]+)" x2="([\d.]+)" y2="([\d.]+)"/g)
    const [[x1 = 0, low = 0, x2 = 0, high = 0] = []] = bars
    const perMilligram = (dots[0]?.[1] ?? 0) - (dots[1]?.[1] ?? 0)
    expect([x1, x2]).toEqual([dots[0]?.[0], dots[0]?.[0]])
    expect(low - high).toBeCloseTo(perMilligram * 1, 1)
    expect((low + high) / 2).toBeCloseTo(dots[0]?.[1] ?? 0, 1)
    expect(bars).toHaveLength(6)
  })

  it('draws limits, the day it is due, and what happened in between, each with its words', () => {
    expect([...svg.matchAll(/<text class="label at-(?:start|end)"[^>]*>MPE</g)]).toHaveLength(2)
    const [[due = 0] = []] = numbers(svg, /<g class="due">\s*<line class="line" x1="([\d.]+)"/g)
    const [, path = ''] = /class="middle" d="([^"]+)"/.exec(svg) ?? []
    expect(due).toBe(numbers(path, /[ML]([\d.]+) ([\d.]+)/g)[1]?.[0])
    expect(svg).toContain('<g class="event adjustment">')
    expect(svg).toContain('adjusted 2022-07-01')
  })

  it('is entered by a reader where it has links, and is a picture where it has none', () => {
    expect(svg).toContain('role="group"')
    expect(svg).toContain('<a href="/certificates/A-1" aria-label="2023">')
    expect(drawn(driftChart({ ...asked, points: asked.points.slice(0, 1) }))).toContain('role="img"')
  })

  it('stands for one point, for equal values, and for none', () => {
    const one = { ...asked, points: asked.points.slice(2) }
    const { limits: _l, prediction: _p, due: _d, events: _e, ...bare } = one
    expect(drawn(driftChart(bare))).toContain('class="point as-found-and-left"')
    expect(drawn(driftChart({ ...bare, points: [] }))).toContain('class="axis"')
  })
})
