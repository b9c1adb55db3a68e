import { execFile } from 'node:child_process'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { service, testKey } from '../service.ts'
import { entryOfWeight, issued, laboratory } from '../registry/laboratory-of-the-tests.ts'

interface Ended {
  readonly code: number
  readonly out: string
  readonly err: string
}

/** The program as it is run from a shell, with nothing of our environment: no database is looked for. */
const etalon = (...words: string[]): Promise<Ended> =>
  new Promise((resolve) => {
    execFile(process.execPath, ['src/cli/main.ts', ...words], { env: {} }, (error, out, err) =>
      resolve({ code: typeof error?.code === 'number' ? error.code : 0, out, err }),
    )
  })

describe('etalon verify', () => {
  const s = service()
  const lab = laboratory(s)
  const folder = mkdtempSync(join(tmpdir(), 'etalon-proof-'))
  const file = (name: string, content: string) => {
    writeFileSync(join(folder, name), content)
    return join(folder, name)
  }
  let bundle = ''
  let keys = ''
  let number = ''

  beforeAll(async () => {
    number = (await issued(lab, entryOfWeight())).body.number
    const proof = await s.app.request(`/v1/certificates/${number}/proof`)
    bundle = file('bundle.json', await proof.text())
    keys = file('jwks.json', await (await s.app.request('/.well-known/jwks.json')).text())
  })
  afterAll(() => rmSync(folder, { recursive: true }))

  it('tells by 0 that everything holds, for the published keys, a thumbprint or a PEM', async () => {
    const { code, out } = await etalon('verify', bundle, '--key', keys)
    expect(out).toContain(`${number}, version 1, result m1: traceable (ILAC-P10`)
    expect(out.match(/^✓/gm)).toHaveLength(7)
    expect(code).toBe(0)
    expect((await etalon('verify', bundle, `--key=${testKey.kid}`)).code).toBe(0)
    const jwk = file('key.jwk', JSON.stringify(testKey.publicJwk))
    expect((await etalon('verify', bundle, '--key', jwk, '--language', 'zh')).out).toContain('全部检查通过')
  })

  it('tells by 1 that something does not hold, and what', async () => {
    const text = await (await s.app.request(`/v1/certificates/${number}/proof`)).text()
    const forged = file('forged.json', text.replace('"traceable"', '"untraceable"'))
    const { code, out } = await etalon('verify', forged, '--key', keys)
    expect(out).toContain('✗ the seal does not hold')
    expect(code).toBe(1)
    const json = await etalon('verify', forged, '--json')
    expect(JSON.parse(json.out)).toMatchObject({ outcome: 'fails' })
    expect(json.code).toBe(1)
  })

  it('tells by 3 that nobody vouched for the key', async () => {
    const { code, out } = await etalon('verify', bundle)
    expect(out).toContain('anybody may have made this')
    expect(code).toBe(3)
  })

  it('tells by 4 that a proven result is not traceable', async () => {
    // Ten years on the certificate of the weight is not in its interval any more, and before its work it did not exist.
    const early = await s.app.request(`/v1/certificates/${number}/proof?policy=metrology-law`)
    const { code, out } = await etalon('verify', file('law.json', await early.text()), '--key', keys)
    expect(out).toContain('Everything holds.')
    expect(out).toContain(': not-traceable (metrology-law')
    expect(code).toBe(4)
  })

  it('tells by 2 that it was not called as it is to be', async () => {
    for (const words of [
      [],
      ['nowhere.json'],
      [bundle, bundle],
      [bundle, '--key', 'nowhere'],
      [bundle, '--key', bundle],
      [bundle, '--language', 'fr'],
      [bundle, '--unknown'],
    ]) {
      const { code, err } = await etalon('verify', ...words)
      expect(err).toContain('Usage: etalon verify')
      expect(code).toBe(2)
    }
    expect((await etalon('unheard-of')).code).toBe(2)
  })

  it('says what it does', async () => {
    expect((await etalon()).out).toContain('Usage: etalon <command>')
    expect((await etalon('help', 'verify')).out).toContain('--key=<key>')
    expect((await etalon('verify', '--help')).code).toBe(0)
  })
})
