import { Client } from 'pg'

/** A table of which requests see some rows only; each condition is SQL about its columns. */
export interface Protection {
  readonly table: string
  readonly reads: string
  /** Nothing, if absent: what the node writes alone. */
  readonly writes?: string
  readonly chain?: string
  /** Rows may be inserted that are not seen at that moment, and are not changed afterwards. */
  readonly isWrittenUnseen?: true
}

/** Columns that requests do not read where they stand, but through a view that decides for whom they are there. */
export interface HiddenColumns {
  readonly table: string
  readonly columns: readonly string[]
  readonly view: string
}

/** Whether requests are kept apart by the database itself, and why if they are not. */
export type Isolation = { readonly isEnforced: true } | { readonly isEnforced: false; readonly why: string }

const requestRole = 'etalon_request'
const chainRole = 'etalon_chain'
/** Any number, as long as every Etalon uses the same. */
const advisoryLock = 7_014_236_803

/** The roles as which requests are carried out: they own nothing, open no session, and row-level security is for them. */
export async function makeRoles(url: string, owner: string): Promise<void> {
  await connected(url, async (client) => {
    await client.query('select pg_advisory_lock($1)', [advisoryLock])
    for (const role of [requestRole, chainRole]) {
      const { rowCount } = await client.query('select 1 from pg_roles where rolname = $1', [role])
      if (rowCount === 0) await client.query(`create role ${role} nologin nobypassrls`)
      const { rows } = await client.query<{ may: boolean }>(`select pg_has_role($1, $2, 'set') as may`, [
        owner,
        role,
      ])
      if (!rows[0]?.may) await client.query(`grant ${role} to ${quoted(owner)} with inherit false, set true`)
    }
  })
}

/**
 * Brings the policies of a migrated database to what the tables of protection say. What already stands is left alone: a
 * change takes a lock that waits for every reader.
 */
export async function isolate(
  url: string,
  protections: readonly Protection[],
  hidden: readonly HiddenColumns[] = [],
): Promise<Isolation> {
  const owner = decodeURIComponent(new URL(url).username)
  try {
    if (owner !== '') await makeRoles(url, owner)
  } catch (error) {
    const { code = '', message = '' } = error as { code?: string; message?: string }
    if (code !== '42501') throw error
    if (!(await mayTake(url))) return { isEnforced: false, why: message }
  }
  await connected(url, async (client) => {
    await client.query('select pg_advisory_lock($1)', [advisoryLock])
    const columns = []
    for (const one of hidden) columns.push(await hiding(client, one))
    // In one query, and so in one transaction: nobody sees a moment without it.
    await client.query([grants, ...columns].join(';\n'))
    for (const protection of protections) await protect(client, protection)
  })
  return { isEnforced: true }
}

const mayTake = (url: string): Promise<boolean> =>
  connected(url, async (client) => {
    const { rows } = await client.query<{ may: boolean }>(
      `select count(*) = 2 and bool_and(pg_has_role(oid, 'set')) as may from pg_roles where rolname in ($1, $2)`,
      [requestRole, chainRole],
    )
    return rows[0]?.may === true
  })

/** Tables hold what may never change by triggers of their own; here it is said whose rows they are. */
const grants = `
  grant usage on schema public to ${requestRole}, ${chainRole};
  grant select, insert, update, delete on all tables in schema public to ${requestRole};
  grant usage, select on all sequences in schema public to ${requestRole};
  grant select on all tables in schema public to ${chainRole};
  alter default privileges in schema public grant select, insert, update, delete on tables to ${requestRole};
  alter default privileges in schema public grant usage, select on sequences to ${requestRole};
  alter default privileges in schema public grant select on tables to ${chainRole}`

/**
 * A right to a whole table covers all of its columns: it is taken back, and given for the others. The view is read only: what is
 * written through one is written by its owner, for whom there are no policies.
 */
async function hiding(client: Client, { table, columns, view }: HiddenColumns): Promise<string> {
  const { rows } = await client.query<{ name: string }>(
    `select attname as name from pg_attribute where attrelid = $1::regclass and attnum > 0 and not attisdropped`,
    [table],
  )
  const shown = rows.map(({ name }) => name).filter((name) => !columns.includes(name))
  return `revoke select on ${table} from ${requestRole};
    grant select (${shown.map(quoted).join(', ')}) on ${table} to ${requestRole};
    revoke insert, update, delete on ${view} from ${requestRole}`
}

interface Policy {
  readonly name: string
  readonly words: string
}

/**
 * Policies that allow: a row is there if one of them says so. They are for requests, which own nothing. The owner is the node
 * itself, and not bound by them (no FORCE): backups copy every row, and refuse where a policy could hide one.
 */
function policiesOf(protection: Protection): readonly Policy[] {
  const { table, reads, chain } = protection
  const policies = [
    { name: 'seen_by_requests', words: `for select to ${requestRole} using (${reads})` },
    ...writingPolicies(protection),
    ...(chain === undefined
      ? []
      : [{ name: 'read_in_chains', words: `for select to ${chainRole} using (${chain})` }]),
  ]
  return policies.map(({ name, words }) => ({ name, words: `create policy ${name} on ${table} ${words}` }))
}

/** One for each kind of change: one for all of them would be asked of every row that is read, too. */
function writingPolicies({ writes, isWrittenUnseen }: Protection): readonly Policy[] {
  if (writes === undefined) return []
  const added = { name: 'added_by_requests', words: `for insert to ${requestRole} with check (${writes})` }
  if (isWrittenUnseen) return [added]
  const both = `using (${writes}) with check (${writes})`
  const changed = { name: 'changed_by_requests', words: `for update to ${requestRole} ${both}` }
  const removed = { name: 'removed_by_requests', words: `for delete to ${requestRole} using (${writes})` }
  return [added, changed, removed]
}

async function protect(client: Client, protection: Protection): Promise<void> {
  const { table } = protection
  const policies = policiesOf(protection)
  const words = policies.map((policy) => policy.words).join(';\n')
  if (await stands(client, table, words)) return
  const { rows } = await client.query<{ name: string }>(
    'select polname as name from pg_policy where polrelid = $1::regclass',
    [table],
  )
  await client.query(`begin;
    ${rows.map(({ name }) => `drop policy ${quoted(name)} on ${table};`).join('\n')}
    alter table ${table} enable row level security;
    ${words};
    comment on policy seen_by_requests on ${table} is ${literal(words)};
    commit`)
}

/** The words by which the policies were made are kept with them: PostgreSQL gives conditions back in words of its own. */
async function stands(client: Client, table: string, words: string): Promise<boolean> {
  const { rows } = await client.query<{ stands: boolean }>(
    `select c.relrowsecurity and obj_description(p.oid, 'pg_policy') = $2 as stands
       from pg_class c join pg_policy p on p.polrelid = c.oid and p.polname = 'seen_by_requests'
      where c.oid = $1::regclass`,
    [table, words],
  )
  return rows[0]?.stands === true
}

const quoted = (name: string) => `"${name.replaceAll('"', '""')}"`
const literal = (text: string) => `'${text.replaceAll("'", "''")}'`

async function connected<T>(url: string, work: (client: Client) => Promise<T>): Promise<T> {
  const client = new Client({ connectionString: url, application_name: 'etalon isolation' })
  await client.connect()
  try {
    return await work(client)
  } finally {
    await client.end()
  }
}
