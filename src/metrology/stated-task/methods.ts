import { within } from '#refusal.ts'
import { methodNotSupported } from '#metrology/uncertainty/refusals.ts'
import { memberNotUsed, methodsOverlap } from './stated-task.refusals.ts'

/** A way to evaluate the data of a task. */
export interface Method<Data, Answer> {
  /** Which members of the data it reads; refusals of others name `/data/…`. */
  readonly members: readonly string[]
  readonly evaluate: (data: Data) => Answer
}

export interface StatedTask<Data> {
  readonly method: readonly string[]
  readonly data: Data
}

/** Members that say what the numbers are; no method reads them. */
const documenting = ['unit', 'labels', 'definition', 'note']

/** All asked methods, their answers side by side. Refusals of the data name the place as `/data/values/3`. */
export function evaluateMethods<Data extends object, Answer extends object>(
  { method: asked, data }: StatedTask<Data>,
  methods: ReadonlyMap<string, Method<Data, Answer>>,
): Answer {
  const chosen = asked.map((name, i) => {
    const method = methods.get(name)
    if (!method) throw notSupported(name, [...methods.keys()], `/method/${i}`)
    return method
  })
  const read = new Set([...documenting, ...chosen.flatMap(({ members }) => members)])
  for (const name of Object.keys(data)) {
    if (read.has(name)) continue
    throw memberNotUsed(`${name} (${asked.join(', ')})`, { reads: [...read] }, { pointer: `/data/${name}` })
  }
  return within('/data', () => chosen.map(({ evaluate }) => evaluate(data))).reduce((all, answer, i) => {
    const twice = Object.keys(answer).find((name) => Object.hasOwn(all, name))
    if (twice === undefined) return { ...all, ...answer }
    throw methodsOverlap(`${twice}: ${asked.join(', ')}`, {}, { pointer: `/method/${i}` })
  })
}

const notSupported = (name: string, supported: readonly string[], pointer: string) =>
  methodNotSupported(
    { en: `${name}; supported: ${supported.join(', ')}`, zh: `${name};支持:${supported.join(', ')}` },
    { notSupported: [name], supported },
    { pointer },
  )
