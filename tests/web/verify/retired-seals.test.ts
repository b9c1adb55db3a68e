import { describe, expect, it } from 'vitest'
import { etalonClient } from '#client/client.ts'
import { signText } from '#evidence/signature.ts'
import type { ProofBundle } from '#proof/bundle.ts'
import { sealed } from '#proof/seal.ts'
import { checkFile } from '#web/verify/checking/check-file.ts'
import { entryOfWeight, issued, laboratory } from '../../registry/laboratory-of-the-tests.ts'
import { must } from '../../registry/people-of-the-tests.ts'
import { service, testKey, testOrigin } from '../../service.ts'

type Spoilt = { -readonly [K in keyof ProofBundle]: ProofBundle[K] }

/** What a thief of the key of the tests would send. */
function resealed(text: string, change: (bundle: Spoilt) => void): string {
  const { seal: _, ...content } = JSON.parse(text) as ProofBundle
  change(content as Spoilt)
  return sealed(content, (payload, typ) => signText(payload, typ, testKey))
}

describe('a proof that was sealed by a key which has been retired since', () => {
  const s = service()
  const lab = laboratory(s)
  const report = (text: string) => {
    const api = etalonClient({
      origin: testOrigin,
      retries: 0,
      fetch: async (url, init) => s.app.request(url, init),
    })
    return checkFile({ name: 'proof.json', bytes: new TextEncoder().encode(text) }, api)
  }
  const sealOf = async (text: string) => {
    const { verdict, about, checks } = await report(text)
    return { verdict, number: about?.number, outcome: checks[0]?.outcome, said: checks[0]?.text.en }
  }

  it('is genuine where the registry still gives the same proof, and else nothing is said for it', async () => {
    const { number } = (await issued(lab, entryOfWeight())).body
    const proof = await (await s.app.request(`/v1/certificates/${number}/proof`)).text()
    expect(await sealOf(proof)).toMatchObject({ verdict: 'genuine', said: 'The seal holds' })

    s.clock.moveTo('2026-03-03T08:00:00Z')
    must(await lab.admin.post('/v1/keys/rotate', { cause: 'The disk was stolen' }))
    s.clock.moveTo('2026-03-04T08:00:00Z')
    const same = await report(proof)
    expect([same.verdict, same.about?.number]).toEqual(['genuine', number])
    expect(same.checks[0]?.text.en).toMatch(/the registry gives the same proof by a key in force$/)
    expect(same.checks[0]?.evidence.en).toMatch(/retired 2026-03-03: The disk was stolen$/)

    const nothing = { verdict: 'unknown', number: undefined, outcome: 'unknown' }
    const notShown = { ...nothing, said: expect.stringMatching(/nothing shows that it was sealed before/) }
    const forged = resealed(proof, (bundle) => {
      bundle.answer = { ...(bundle.answer as object), verdict: 'not-traceable' } as never
    })
    expect(await sealOf(forged)).toEqual(notShown)
    const elsewhere = resealed(proof, (bundle) => {
      bundle.question = { ...bundle.question, certificate: '../../keys', at: 'never' }
    })
    expect(await sealOf(elsewhere)).toEqual(notShown)
    for (const made of ['2026-03-03T08:00:01Z', 'whenever'])
      expect(await sealOf(resealed(proof, (bundle) => (bundle.made = made)))).toEqual({
        ...nothing,
        said: 'By its own account it was sealed after its key had been retired',
      })
    expect(s.complaints).toEqual([])
  })
})
