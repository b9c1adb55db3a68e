import { nobody, standingOf, within, type Standing } from '#db/tenancy/standing.ts'
import type { Service } from '../../service.ts'

/** In whose name PostgreSQL is asked: somebody of an organization, or nobody. */
export async function standingIn(s: Service, organization: string | undefined): Promise<Standing> {
  if (organization === undefined) return nobody
  const [row] = await s.orm.em
    .fork()
    .execute<{ id: string }[]>('select id from organizations where code = ?', [organization])
  if (!row) throw new Error(`There is no ${organization}`)
  return standingOf({ person: row, organization: row }, false)
}

/** What a statement of code that forgets to ask who reads would see. */
export const askingAs = <Row = Readonly<Record<string, unknown>>>(
  s: Service,
  standing: Standing,
  sql: string,
): Promise<Row[]> => within(standing, () => s.orm.em.fork().execute<Row[]>(sql))
