import { raw, type FilterQuery } from '@mikro-orm/postgresql'
import { containing } from './natural-key.ts'

/** A list of records is in the order of their codes; a page begins after the last code of the page before. */
export const afterCode = (code: string | number | undefined) =>
  code === undefined ? {} : { code: { $gt: String(code) } }

export const inOrderOfCode = { orderBy: { code: 'asc' } } as const
export const placeByCode = ({ code, id }: { code: string; id: string }) => ({ value: code, id })

/** Records without a code are in the order of their identifiers, which grow with time (RFC 9562, 5.7). */
export const afterId = (id: string | undefined) => (id === undefined ? {} : { id: { $gt: id } })

export const inOrderOfId = { orderBy: { id: 'asc' } } as const
export const placeById = ({ id }: { id: string }) => ({ value: id, id })

/** What was asked for and nothing else: a filter that was not stated is no condition. */
export const stated = <T extends object>(conditions: T) =>
  Object.fromEntries(Object.entries(conditions).filter(([, value]) => value !== undefined)) as {
    [K in keyof T]?: Exclude<T[K], undefined>
  }

/** The code or the name, in whichever language it is written, contains these words. */
export function mentions<E extends { code: string }>(
  words: string | undefined,
  column: 'name' | 'title' = 'name',
): FilterQuery<E> {
  if (words === undefined) return {} as FilterQuery<E>
  const inEither = raw(
    (alias) =>
      `concat_ws(' ', ${alias}.${column} ->> 'en', ${alias}.${column} ->> 'zh', ` +
      `case jsonb_typeof(${alias}.${column}) when 'string' then ${alias}.${column} #>> '{}' end)`,
  )
  const like = { $ilike: containing(words) }
  return { $or: [{ code: like }, { [inEither]: like }] } as FilterQuery<E>
}

/** As `mentions`, for a name that is one text. */
export function mentionsPlain<E extends { code: string; name: string }>(
  words: string | undefined,
): FilterQuery<E> {
  const like = { $ilike: containing(words ?? '') }
  return (words === undefined ? {} : { $or: [{ code: like }, { name: like }] }) as FilterQuery<E>
}

/** The period includes this day; a period without an end goes on. */
export const inForceOn = <From extends string, To extends string>(
  from: From,
  to: To,
  day: string | undefined,
) =>
  (day === undefined ? {} : { [from]: { $lte: day }, $or: [{ [to]: null }, { [to]: { $gte: day } }] }) as {
    [K in From]?: { $lte: string }
  }
