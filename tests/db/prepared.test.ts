import { describe, expect, it } from 'vitest'
import { preparedRows } from '#db/prepared.ts'
import { database } from '../database.ts'

const doubled = 'select $1::int * 2 as doubled'

describe('a prepared statement', () => {
  const d = database({ poolSize: 1 })
  const plans = async () => {
    const rows = await d.orm.em
      .fork()
      .execute<{ statement: string; uses: string }[]>(
        `select statement, (generic_plans + custom_plans)::text as uses from pg_prepared_statements where statement like '%doubled%' and statement not like '%pg_prepared%'`,
      )
    return rows.map(({ uses }) => uses)
  }

  it('answers with the rows of the values it was given, and is planned once on a connection', async () => {
    for (const value of [1, 2, 21])
      expect(await preparedRows(d.orm.em.fork(), doubled, [value])).toEqual([{ doubled: 2 * value }])
    expect(await plans()).toEqual(['3'])
  })

  it('sees what its own transaction has written and nobody else can see', async () => {
    const count = `select count(*)::int as organizations from organizations where economy = $1`
    const seen = await d.orm.em
      .fork()
      .transactional(async (tx) => {
        await tx.execute(
          `insert into organizations (id, code, name, economy, roles, sites, recorded_at)
           values (gen_random_uuid(), 'X', '"X"', 'XX', '{}', '[]', now())`,
        )
        const rows = await preparedRows<{ organizations: number }>(tx, count, ['XX'])
        throw Object.assign(new Error('rolled back'), { rows })
      })
      .catch((error: { rows: unknown }) => error.rows)
    expect(seen).toEqual([{ organizations: 1 }])
    expect(await preparedRows(d.orm.em.fork(), count, ['XX'])).toEqual([{ organizations: 0 }])
  })

  it('fails as any other statement does, and the connection goes on', async () => {
    const divided = 'select 1 / $1::int as divided'
    await expect(preparedRows(d.orm.em.fork(), divided, [0])).rejects.toMatchObject({ code: '22012' })
    expect(await preparedRows(d.orm.em.fork(), divided, [1])).toEqual([{ divided: 1 }])
  })
})
