import type { EtalonClient } from '#client/client.ts'
import type { TraceabilityAnswer } from '#contract/types.ts'
import { ladderOf, treeOf, type Published } from '#faces/chain-text.ts'
import { exitCodes, UsageFault, type Command } from '../command.ts'
import { parsed, say, textOf, type Values } from '../words.ts'
import { registryOf, registryOptions, registryUsage, type Registry } from './registry.ts'

const options = {
  ...registryOptions,
  result: { type: 'string' },
  version: { type: 'string' },
  component: { type: 'string' },
  'measurand-kind': { type: 'string' },
  value: { type: 'string' },
  unit: { type: 'string' },
  at: { type: 'string' },
  'as-known-at': { type: 'string' },
  policy: { type: 'string' },
} as const

export const traceCommand: Command = {
  name: 'trace',
  summary: 'show what a result rests on, up to its references',
  usage: `Usage: etalon trace [certificate] <number> [--result <code>] [--version <n>]
       etalon trace equipment <code> --measurand-kind <kind> [--component <code>] [--value <v> --unit <u>]

Draws the chain above a result as a tree, with value, uncertainty and share of every standard, and the ladder of uncertainty.

  --at <moment>           when the result is used; now if not stated
  --as-known-at <moment>  what the registry knew then
  --policy <code>         by which policy it is judged
${registryUsage}

Exit: 0 traceable, perhaps with conditions; 1 not answered; 2 not called as it is to be; 4 not traceable.`,
  run: async (words) => {
    const { values, positionals } = parsed(words, options)
    const ask = questionOf(positionals, values)
    const registry = registryOf(values)
    const answer = await ask(registry.client)
    say(values, answer, values['json'] === true ? [] : await chainLines(registry, answer))
    return answer.verdict.startsWith('traceable') ? exitCodes.done : exitCodes.notTraceable
  },
}

type Ask = (client: EtalonClient) => Promise<TraceabilityAnswer>

function questionOf(positionals: readonly string[], values: Values): Ask {
  const [first, second, ...others] = positionals
  const isOfEquipment = first === 'equipment' && second !== undefined
  const subject = first === 'certificate' || isOfEquipment ? second : first
  if (subject === undefined || others.length > 0 || (second !== undefined && subject === first))
    throw new UsageFault('name one certificate, or one piece of equipment')
  return isOfEquipment ? aboutEquipment(subject, values) : aboutCertificate(subject, values)
}

const moments = (values: Values) => ({
  at: textOf(values['at']),
  asKnownAt: textOf(values['as-known-at']),
  policy: textOf(values['policy']),
})

function aboutCertificate(number: string, values: Values): Ask {
  refuse(values, ['component', 'measurand-kind', 'value', 'unit'])
  const version = textOf(values['version'])
  const query = {
    ...moments(values),
    result: textOf(values['result']),
    version: version === undefined ? undefined : Number(version),
  }
  return async (client) =>
    (await client.ask('traceability-of-certificate', { params: { number }, query })).body
}

function aboutEquipment(code: string, values: Values): Ask {
  refuse(values, ['result', 'version'])
  const measurandKind = textOf(values['measurand-kind'])
  if (measurandKind === undefined) throw new UsageFault('say what is measured with it: --measurand-kind')
  const [component, value, unit] = ['component', 'value', 'unit'].map((name) => textOf(values[name]))
  const query = { ...moments(values), measurandKind, component, value, unit }
  return async (client) => (await client.ask('traceability-of-equipment', { params: { code }, query })).body
}

function refuse(values: Values, names: readonly string[]): void {
  const stranger = names.find((name) => values[name] !== undefined)
  if (stranger !== undefined) throw new UsageFault(`--${stranger} belongs to the other kind of question`)
}

async function chainLines(registry: Registry, answer: TraceabilityAnswer): Promise<string[]> {
  const { verdict, resolution, depth, policy, at, asKnownAt } = answer
  const spoken = answer.rules.filter(({ weight, effect }) => weight === 'counts' && effect !== 'none')
  return [
    ...treeOf(answer, await publishedRoots(registry, answer)),
    '',
    'Ladder of uncertainty 不确定度阶梯',
    ...ladderOf(answer),
    '',
    `${verdict} (${resolution}, ${depth} steps; ${policy}; used at ${at}, as known at ${asKnownAt})`,
    ...spoken.map(({ code, reason, message }) => `  ${code} ${reason}: ${message[registry.language]}`),
  ]
}

/** What the references are called and where their figures are published is told to whoever has a key. */
async function publishedRoots(
  { client, isKeyed }: Registry,
  { roots }: TraceabilityAnswer,
): Promise<ReadonlyMap<string, Published>> {
  if (!isKeyed) return new Map()
  const read = async (id: string): Promise<readonly [string, Published]> => {
    const { name, source = '–' } = (await client.ask('read-reference', { params: { id } })).body
    return [id, { name: typeof name === 'string' ? { en: name } : name, source }]
  }
  return new Map(await Promise.all(roots.map(({ reference }) => read(reference))))
}
