import { fillUniform } from '../random/stream.ts'
import type { Draw } from './draw.ts'
import { gammaSampler, wideningSampler, type Fill } from './gamma-sampler.ts'
import type { NormalSampler } from './normal-sampler.ts'

type Of<K extends Draw['kind']> = Extract<Draw, { readonly kind: K }>

/**
 * JCGM 101:2008, 6.4. A column is filled with standard numbers first and transformed afterwards: two short loops
 * are faster than one that does everything. No column is ever longer than `longest`.
 */
export function samplerOf(draw: Draw, normal: NormalSampler, longest: number): Fill {
  switch (draw.kind) {
    case 'rectangular':
      return rectangular(draw)
    case 'arcsine':
      return arcsine(draw)
    case 'trapezoidal':
      return trapezoidal(draw, longest)
    case 'curvilinear-trapezoidal':
      return curvilinear(draw, longest)
    case 'normal':
      return normalAbout(draw, normal)
    case 't':
      return student(draw, normal, longest)
    case 'exponential':
      return exponential(draw)
    case 'gamma':
      return gamma(draw, normal, longest)
  }
}

/** 6.4.2.4 */
const rectangular =
  ({ center, halfWidth: a }: Of<'rectangular'>): Fill =>
  (stream, column, count) => {
    fillUniform(stream, column, count)
    for (let i = 0; i < count; i++) column[i] = center + a * (2 * (column[i] ?? 0) - 1)
  }

/** 6.4.6.4 */
const arcsine =
  ({ center, halfWidth: a }: Of<'arcsine'>): Fill =>
  (stream, column, count) => {
    fillUniform(stream, column, count)
    for (let i = 0; i < count; i++) column[i] = center + a * Math.sin(2 * Math.PI * (column[i] ?? 0))
  }

/** 6.4.4.4: the sum of two rectangular quantities; the triangle of 6.4.5 has no top. */
function trapezoidal({ center, halfWidth: a, topHalfWidth: b }: Of<'trapezoidal'>, longest: number): Fill {
  const others = new Float64Array(longest)
  return (stream, column, count) => {
    fillUniform(stream, column, count)
    fillUniform(stream, others, count)
    for (let i = 0; i < count; i++)
      column[i] = center + (a + b) * ((column[i] ?? 0) - 0.5) + (a - b) * ((others[i] ?? 0) - 0.5)
  }
}

/** 6.4.3.4: a rectangle whose half-width is drawn first. */
function curvilinear(
  { center, halfWidth: a, halfWidthUncertainty: d }: Of<'curvilinear-trapezoidal'>,
  longest: number,
): Fill {
  const others = new Float64Array(longest)
  return (stream, column, count) => {
    fillUniform(stream, column, count)
    fillUniform(stream, others, count)
    for (let i = 0; i < count; i++)
      column[i] = center + (a + d * (2 * (column[i] ?? 0) - 1)) * (2 * (others[i] ?? 0) - 1)
  }
}

/** 6.4.7.4 */
const normalAbout =
  ({ center, standardDeviation: s }: Of<'normal'>, normal: NormalSampler): Fill =>
  (stream, column, count) => {
    normal.fill(stream, column, count)
    for (let i = 0; i < count; i++) column[i] = center + s * (column[i] ?? 0)
  }

/** 6.4.9.5 */
function student(
  { center, scale: s, degreesOfFreedom }: Of<'t'>,
  normal: NormalSampler,
  longest: number,
): Fill {
  const widen = wideningSampler(degreesOfFreedom, normal, longest)
  const widths = new Float64Array(longest)
  return (stream, column, count) => {
    normal.fill(stream, column, count)
    widen(stream, widths, count)
    for (let i = 0; i < count; i++) column[i] = center + s * (column[i] ?? 0) * (widths[i] ?? 0)
  }
}

/** 6.4.10.4, moved so that its expectation is the center. */
const exponential =
  ({ center, mean }: Of<'exponential'>): Fill =>
  (stream, column, count) => {
    fillUniform(stream, column, count)
    for (let i = 0; i < count; i++) column[i] = center - mean * (1 + Math.log(column[i] ?? 0))
  }

/** 6.4.11, moved so that its expectation is the center. */
function gamma({ center, shape, rate }: Of<'gamma'>, normal: NormalSampler, longest: number): Fill {
  const standard = gammaSampler(shape, normal, longest)
  return (stream, column, count) => {
    standard(stream, column, count)
    for (let i = 0; i < count; i++) column[i] = center + ((column[i] ?? 0) - shape) / rate
  }
}
