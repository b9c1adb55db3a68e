import { Client } from 'pg'
import { mustHoldRegistry } from './tables.queries.ts'

const batch = 1_000

interface Event {
  readonly sequence: string
  readonly line: string
}

/** The whole trail, one event a line, in its order and as it is hashed: whoever has it can verify it without the registry. */
export async function* auditLines(url: string): AsyncGenerator<string> {
  const client = new Client({ connectionString: url, application_name: 'etalon audit export' })
  await client.connect()
  try {
    await client.query('begin isolation level repeatable read read only')
    await mustHoldRegistry(async <Row>(sql: string) => (await client.query(sql)).rows as Row[])
    for (let after = '0'; ;) {
      const { rows } = await client.query<Event>(statement, [after, batch])
      for (const { line } of rows) yield `${line}\n`
      const last = rows.at(-1)
      if (last === undefined) return
      after = last.sequence
    }
  } finally {
    await client.end()
  }
}

const statement = `
  select sequence, json_strip_nulls(json_build_object(
           'sequence', sequence::text,
           'at', to_char(at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"'),
           'person', person, 'organization', organization, 'operation', operation, 'subject', subject,
           'before', before, 'after', after, 'reason', reason, 'requestId', request_id,
           'previousHash', previous_hash, 'hash', hash))::text as line
    from audit_events where sequence > $1::bigint order by sequence limit $2`
