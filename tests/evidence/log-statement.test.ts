import { describe, expect, it } from 'vitest'
import { disclose, opens, statementIn, type CertificateStatement } from '#evidence/log-statement.ts'
import { sha256Hex } from '#evidence/digest.ts'

const said: CertificateStatement = {
  kind: 'withdrawn',
  at: '2026-03-02T08:00:00.000Z',
  number: 'LAB-2026-0001',
  version: 2,
  sha256: 'a'.repeat(64),
  issuer: 'LAB',
  effectiveFrom: '2026-03-05T00:00:00.000Z',
  cause: 'The weight was dropped 掉落',
}
const salt = () => 'salt'

describe('a statement of the log', () => {
  it('about a public certificate stands there in full, in its canonical form', () => {
    expect(disclose(said, 'public', salt)).toEqual({
      leaf:
        '{"at":"2026-03-02T08:00:00.000Z","cause":"The weight was dropped 掉落",' +
        '"effectiveFrom":"2026-03-05T00:00:00.000Z","issuer":"LAB","kind":"withdrawn","number":"LAB-2026-0001",' +
        `"sha256":"${'a'.repeat(64)}","v":1,"version":2}`,
    })
  })

  it('about one whose status is public says the status and since when, not by whom and why', () => {
    const { leaf, opening } = disclose(said, 'status', salt)
    const { issuer: _, cause: __, ...standing } = said
    expect(JSON.parse(leaf)).toEqual({ v: 1, ...standing })
    expect(opening).toBeUndefined()
  })

  it.each(['parties', 'private'] as const)(
    'about one of visibility %s is a hash, and opens by what only they have',
    (word) => {
      const { leaf, opening = '' } = disclose(said, word, salt)
      expect(leaf).toBe(`{"commitment":"${sha256Hex(opening)}","kind":"sealed","v":1}`)
      expect(opens(opening, leaf)).toBe(true)
      expect(statementIn(leaf, opening)).toEqual({ v: 1, ...said })
      expect(statementIn(leaf)).toBeUndefined()
    },
  )

  it('is sealed by its salt: the same statement is never the same entry twice', () => {
    const [one, other] = ['salt', 'other'].map((each) => disclose(said, 'private', () => each))
    expect(one?.leaf).not.toBe(other?.leaf)
    expect(opens(one?.opening ?? '', other?.leaf ?? '')).toBe(false)
  })

  it('stays closed when any byte of its opening is another, and in any other writing', () => {
    const { leaf, opening = '' } = disclose(said, 'private', salt)
    for (let at = 0; at < opening.length; at++) {
      const changed = opening.slice(0, at) + (opening[at] === 'x' ? 'y' : 'x') + opening.slice(at + 1)
      expect(statementIn(leaf, changed)).toBeUndefined()
    }
    expect(statementIn(` ${leaf}`, opening)).toBeUndefined()
    expect(opens(opening, disclose(said, 'public', salt).leaf)).toBe(false)
    expect(opens(opening, 'no JSON')).toBe(false)
  })
})
