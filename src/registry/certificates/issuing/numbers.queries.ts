import type { EntityManager } from '@mikro-orm/postgresql'
import type { NumberSeries } from '../../reporting-rules/number-series.ts'

/**
 * Takes the next number of a series; the row stays locked until the certificate is written. A number that somebody has
 * given out otherwise (a laboratory its own, a transcription) is passed over.
 */
export async function takeNumber(
  em: EntityManager,
  { laboratory, series }: { readonly laboratory: string; readonly series: NumberSeries },
): Promise<string> {
  const { text, before, digits, after } = series
  await em.execute(
    `insert into certificate_counters (laboratory_id, series, next) values (?, ?, 1)
     on conflict (laboratory_id, series) do update set next = certificate_counters.next`,
    [laboratory, text],
    'run',
  )
  const [row] = await em.execute<{ number: string }[]>(
    `with recursive tried (n, number) as (
       select c.next, ?::text || lpad(c.next::text, greatest(?::int, length(c.next::text)), '0') || ?::text
         from certificate_counters c where c.laboratory_id = ? and c.series = ?
       union all
       select n + 1, ?::text || lpad((n + 1)::text, greatest(?::int, length((n + 1)::text)), '0') || ?::text
         from tried where exists (select 1 from certificates t where t.number = tried.number)
     )
     update certificate_counters set next = n + 1
       from (select n, number from tried order by n desc limit 1) free
      where laboratory_id = ? and series = ?
     returning free.number`,
    [before, digits, after, laboratory, text, before, digits, after, laboratory, text],
  )
  if (!row) throw new Error('The counter gave no number')
  return row.number
}
