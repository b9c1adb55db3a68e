import { text } from 'node:stream/consumers'
import type { EtalonClient } from '#client/client.ts'
import type { ValidityAnswers } from '#contract/types.ts'
import { tableOf } from '#faces/text-table.ts'
import { exitCodes, UsageFault, type Command } from '../command.ts'
import { parsed, say, textOf } from '../words.ts'
import { progressOn } from './progress.ts'
import { registryOf, registryOptions, registryUsage } from './registry.ts'

type Found = ValidityAnswers['items'][number]

/** As many as one request may ask for. */
const together = 1000

export const validityCommand: Command = {
  name: 'validity',
  summary: 'ask which certificates are in force',
  usage: `Usage: etalon validity <number>... [--at <moment>]
       etalon validity - < numbers.txt

Says of every certificate whether it is in force, since when and by whom; \`-\` reads the numbers from standard input, one a line.
Everybody may ask, without a key.

  --at <moment>     in force when; now if not stated
${registryUsage}

Exit: 0 all are in force; 1 not answered; 2 not called as it is to be; 5 at least one is not in force, or unknown.`,
  run: async (words) => {
    const { values, positionals } = parsed(words, { ...registryOptions, at: { type: 'string' } })
    const isPiped = positionals.length === 1 && positionals[0] === '-'
    const numbers = isPiped ? linesOf(await text(process.stdin)) : positionals
    if (numbers.length === 0) throw new UsageFault('name at least one certificate')
    const found = await lookUp(registryOf(values).client, numbers, textOf(values['at']))
    say(values, { items: found }, tableOf(found.map(rowOf)))
    return found.every(isInForce) ? exitCodes.done : exitCodes.notInForce
  },
}

const linesOf = (piped: string): readonly string[] =>
  piped
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '')

async function lookUp(client: EtalonClient, numbers: readonly string[], at: string | undefined) {
  const progress = progressOn()
  const found: Found[] = []
  for (let start = 0; start < numbers.length; start += together) {
    const asked = numbers.slice(start, start + together)
    const items = asked.map((number) => ({ number, ...(at !== undefined && { at }) }))
    found.push(...(await client.ask('validity-of-certificates', { body: { items } })).body.items)
    progress.tell(`${found.length} of ${numbers.length}`, found.length / numbers.length)
  }
  progress.end()
  return found
}

const isInForce = (found: Found): boolean => 'status' in found && found.status === 'in-force'

function rowOf(found: Found): string[] {
  if (!('status' in found)) return ['unknown', found.number]
  const { status, number, version, issuer, performed, due, traceability, cause } = found
  const name =
    typeof issuer.name === 'string' ? issuer.name : (issuer.name.en ?? issuer.name.zh ?? issuer.code)
  return [
    status,
    `${number} v${version}`,
    name,
    `performed ${performed.slice(0, 10)}`,
    due === null ? '' : `due ${due}`,
    `${traceability.verdict}${cause === undefined ? '' : `: ${cause}`}`,
  ]
}
