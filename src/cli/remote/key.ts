import type { EtalonClient } from '#client/client.ts'
import type { ApiKeyEntry, ApiKeyIssued, ApiKeyRecord } from '#contract/types.ts'
import { tableOf } from '#faces/text-table.ts'
import { exitCodes, UsageFault, type Command } from '../command.ts'
import { parsed, say, textOf, textsOf, type Values } from '../words.ts'
import { registryOf, registryOptions, registryUsage } from './registry.ts'

const options = {
  ...registryOptions,
  person: { type: 'string' },
  role: { type: 'string', multiple: true },
  scope: { type: 'string', multiple: true },
  address: { type: 'string', multiple: true },
  'expires-at': { type: 'string' },
  'overlap-hours': { type: 'string' },
} as const

interface Order {
  readonly client: EtalonClient
  readonly values: Values
  /** Of the key that is meant. */
  readonly id: string | undefined
}

/** What a key may be told to do. */
const acts: Readonly<Record<string, (order: Order) => Promise<void>>> = { create, list, rotate, revoke }

export const keyCommand: Command = {
  name: 'key',
  summary: 'make, list, rotate and revoke the keys of people',
  usage: `Usage: etalon key create --person <code> --role <role>... [--scope <action>]... [--address <network>]... [--expires-at <moment>]
       etalon key list [--person <code>]
       etalon key rotate <id> [--overlap-hours <n>]
       etalon key revoke <id>

create and rotate print the new secret, this once: nobody can read it again. It opens what the roles of the person may do, or only
the actions (--scope) and from the addresses that are named. After rotate the former secret still opens for 24 hours, or as stated.

${registryUsage}

Exit: 0 done; 1 refused, or not answered; 2 not called as it is to be.`,
  run: async (words) => {
    const { values, positionals } = parsed(words, options)
    const [what = '', id, ...others] = positionals
    const act = Object.hasOwn(acts, what) ? acts[what] : undefined
    if (act === undefined) throw new UsageFault(`say one of: ${Object.keys(acts).join(', ')}`)
    const takesId = what === 'rotate' || what === 'revoke'
    if (takesId !== (id !== undefined) || others.length > 0)
      throw new UsageFault(takesId ? 'name one key by its id' : `“${id ?? ''}” is not understood`)
    await act({ client: registryOf(values).client, values, id })
    return exitCodes.done
  },
}

async function create({ client, values }: Order): Promise<void> {
  const person = textOf(values['person'])
  const [roles, scopes, addresses] = ['role', 'scope', 'address'].map((name) => textsOf(values[name]))
  if (person === undefined || roles?.length === 0) throw new UsageFault('state --person and --role')
  const expiresAt = textOf(values['expires-at'])
  const body = {
    person,
    roles,
    ...(scopes && scopes.length > 0 && { scopes }),
    ...(addresses && addresses.length > 0 && { addresses }),
    ...(expiresAt !== undefined && { expiresAt }),
  }
  // What a word may be is the registry's to say: it knows the roles of tomorrow.
  tellSecret(values, (await client.ask('issue-api-key', { body: body as ApiKeyEntry })).body)
}

async function list({ client, values }: Order): Promise<void> {
  const query = { person: textOf(values['person']) }
  const items = await Array.fromAsync(client.all('list-api-keys', { query }))
  say(values, { items }, tableOf([heading, ...items.map(rowOf)]))
}

async function rotate({ client, values, id = '' }: Order): Promise<void> {
  const hours = textOf(values['overlap-hours'])
  const body = hours === undefined ? {} : { overlapHours: Number(hours) }
  tellSecret(values, (await client.ask('rotate-api-key', { params: { id }, body })).body)
}

async function revoke({ client, values, id = '' }: Order): Promise<void> {
  const { body } = await client.ask('revoke-api-key', { params: { id } })
  say(values, body, [`revoked: ${body.prefix}… of ${body.person}`])
}

function tellSecret(values: Values, issued: ApiKeyIssued): void {
  const { key, id, person, organization, roles, expiresAt, formerUntil } = issued
  const former = formerUntil === undefined ? [] : [`former secret opens until ${formerUntil}`]
  say(values, issued, [
    key,
    `of ${person} (${organization}): ${roles.join(', ')}`,
    `id ${id}, ${expiresAt === undefined ? 'without an end' : `until ${expiresAt}`}`,
    ...former,
    'It is not shown again.',
  ])
}

const heading = ['id', 'begins', 'person', 'organization', 'last used', 'state', 'roles']

function rowOf(key: ApiKeyRecord): string[] {
  const { id, prefix, person, organization, roles, lastUsedAt } = key
  return [
    id,
    prefix,
    person,
    organization,
    lastUsedAt?.slice(0, 10) ?? 'never',
    stateOf(key),
    roles.join(', '),
  ]
}

function stateOf({ revokedAt, expiresAt }: ApiKeyRecord): string {
  if (revokedAt !== undefined) return `revoked ${revokedAt.slice(0, 10)}`
  return expiresAt === undefined ? 'opens' : `until ${expiresAt.slice(0, 10)}`
}
