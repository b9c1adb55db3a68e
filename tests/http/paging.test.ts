import { describe, expect, it } from 'vitest'
import { pageOf, pagePlace, rowsToRead } from '#http/paging.ts'

const rows = ['a', 'b', 'c', 'd', 'e'].map((code, n) => ({
  code,
  id: `01a21500-0000-7000-8000-00000000000${n}`,
}))
const placeOf = ({ code, id }: { code: string; id: string }) => ({ value: code, id })
const view = ({ code }: { code: string }) => code

function after(query: { limit: number; cursor?: string; state?: string }) {
  const place = pagePlace('things', query)
  return rows.filter(({ code }) => place === undefined || code > place.value).slice(0, rowsToRead(query))
}

describe('the pages of a list', () => {
  it('hold every row once, and the last one says so', () => {
    const seen: string[] = []
    let cursor: string | null = null
    do {
      const query: { limit: number; cursor?: string } = { limit: 2, ...(cursor !== null && { cursor }) }
      const page: { items: readonly string[]; next: string | null } = pageOf(
        'things',
        query,
        after(query),
        placeOf,
        view,
      )
      seen.push(...page.items)
      cursor = page.next
    } while (cursor !== null)
    expect(seen).toEqual(['a', 'b', 'c', 'd', 'e'])
  })

  it('end exactly where the rows end', () => {
    const query = { limit: 5 }
    expect(pageOf('things', query, after(query), placeOf, view).next).toBeNull()
  })
})

describe('a cursor', () => {
  const query = { limit: 2, state: 'draft' }
  const next = pageOf('things', query, after(query), placeOf, view).next ?? ''

  it('belongs to its list and its filters, whatever the limit', () => {
    expect(pagePlace('things', { ...query, limit: 50, cursor: next })).toEqual({
      value: 'b',
      id: rows[1]?.id,
    })
    expect(() => pagePlace('others', { ...query, cursor: next })).toThrow('another list')
    expect(() => pagePlace('things', { limit: 2, cursor: next })).toThrow('other filters')
  })

  it('is refused if anything in it was changed', () => {
    for (let at = 0; at < next.length; at++) {
      const changed = `${next.slice(0, at)}${next[at] === 'A' ? 'B' : 'A'}${next.slice(at + 1)}`
      let place: unknown
      try {
        place = pagePlace('things', { ...query, cursor: changed })
      } catch (error) {
        expect(error).toMatchObject({ definition: { code: 'request.cursor-invalid' } })
        continue
      }
      // A place further along is no secret; what matters is that it is a place.
      expect(place).toMatchObject({ value: expect.any(String) as string, id: expect.any(String) as string })
    }
  })

  it('names a row by an identifier of its list, whoever wrote it', () => {
    const [binding] = JSON.parse(Buffer.from(next, 'base64url').toString()) as string[]
    const forged = (id: string) => Buffer.from(JSON.stringify([binding, 'b', id])).toString('base64url')
    const placeAt = (id: string) => pagePlace('things', { ...query, cursor: forged(id) })
    expect(() => placeAt('7')).toThrow('as it stands')
    expect(() => placeAt('x')).toThrow('as it stands')
    expect(pagePlace('things', { ...query, cursor: forged('7') }, 'sequence')).toEqual({
      value: 'b',
      id: '7',
    })
  })

  it.each([
    '',
    'x',
    'W10',
    'bnVsbA',
    'WyIiLHt9LCIiXQ',
    Buffer.from('["a","\\u0000","b"]').toString('base64url'),
  ])('is not %j', (cursor) => {
    expect(() => pagePlace('things', { ...query, cursor })).toThrow()
  })
})
