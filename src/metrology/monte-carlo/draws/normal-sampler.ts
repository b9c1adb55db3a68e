import { normalUpperTail } from '#metrology/distributions/normal-distribution.ts'
import { refill, uniform, type Stream } from '../random/stream.ts'

/** Numbers of a standard normal distribution: the next one, or the first `count` places of a column. */
export interface NormalSampler {
  readonly next: (stream: Stream) => number
  readonly fill: (stream: Stream, column: Float64Array, count: number) => void
}

const layers = 256
/** Where the tail begins that makes 256 layers of equal area fit (Marsaglia and Tsang, 2000). */
const start = 3.6541528853610088

/**
 * The ziggurat of Marsaglia and Tsang in the form of Doornik (2005): the number of the layer and the position in it
 * come from different bits, of which the position has 53.
 */
export function normalSampler(): NormalSampler {
  const { edges, heights } = ziggurat()

  /** The few numbers, one in a hundred, that are not well inside their layer. */
  function atTheEdge(stream: Stream, layer: number, position: number, x: number): number {
    if (layer === 0) return Math.sign(position) * tail(stream)
    const [below = 0, above = 0] = [heights[layer], heights[layer + 1]]
    const isUnder = below + uniform(stream) * (above - below) < f(x)
    return isUnder ? x : next(stream)
  }

  function next(stream: Stream): number {
    if (stream.at >= stream.words.length) refill(stream)
    const { words, at } = stream
    stream.at = at + 2
    const low = words[at] ?? 0
    const layer = layerOf(low)
    const position = positionOf(words[at + 1] ?? 0, low)
    const x = position * (edges[layer] ?? 0)
    return Math.abs(x) < (edges[layer + 1] ?? 0) ? x : atTheEdge(stream, layer, position, x)
  }

  /** The same numbers as by `next`. */
  function fill(stream: Stream, column: Float64Array, count: number): void {
    const { words } = stream
    for (let i = 0; i < count; i++) {
      if (stream.at >= words.length) refill(stream)
      let { at } = stream
      for (const end = Math.min(count, i + (words.length - at) / 2); i < end; i++, at += 2) {
        const low = words[at] ?? 0
        const layer = layerOf(low)
        const x = positionOf(words[at + 1] ?? 0, low) * (edges[layer] ?? 0)
        if (Math.abs(x) >= (edges[layer + 1] ?? 0)) break
        column[i] = x
      }
      stream.at = at
      if (i < count) column[i] = next(stream)
    }
  }
  return { next, fill }
}

const layerOf = (low: number) => low & (layers - 1)

/** Between -1 and 1, without the bits of the layer. */
const positionOf = (high: number, low: number) => ((high | 0) * 2 ** 21 + (low >>> 11) + 0.5) * 2 ** -52

/** Marsaglia's method for the tail beyond the lowest layer. */
function tail(stream: Stream): number {
  for (;;) {
    const x = -Math.log(uniform(stream)) / start
    const y = -Math.log(uniform(stream))
    if (2 * y > x * x) return start + x
  }
}

const f = (x: number) => Math.exp(-0.5 * x * x)

/** The right edge of each layer, the lowest first, and exp(-x²/2) there. */
function ziggurat(): { edges: Float64Array; heights: Float64Array } {
  const area = start * f(start) + Math.sqrt(2 * Math.PI) * normalUpperTail(start)
  const edges = new Float64Array(layers + 1)
  edges[0] = area / f(start)
  edges[1] = start
  for (let i = 2; i < layers; i++) {
    const x = edges[i - 1] ?? 0
    edges[i] = Math.sqrt(-2 * Math.log(area / x + f(x)))
  }
  return { edges, heights: edges.map(f) }
}
