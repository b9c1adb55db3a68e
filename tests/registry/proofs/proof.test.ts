import * as fc from 'fast-check'
import { beforeAll, describe, expect, it } from 'vitest'
import { canonicalText } from '#evidence/canonical-form.ts'
import { sha256Hex } from '#evidence/digest.ts'
import { verificationKeyFrom } from '#evidence/keys.ts'
import { signText } from '#evidence/signature.ts'
import type { ProofBundle } from '#proof/bundle.ts'
import { sealed } from '#proof/seal.ts'
import { verifyProof } from '#proof/verify.ts'
import { service, testKey } from '../../service.ts'
import {
  entryOfWeight,
  issued,
  laboratory,
  standardCertificate,
  weightResult,
} from '../laboratory-of-the-tests.ts'

const trust = { keys: [verificationKeyFrom(testKey.publicJwk)], thumbprints: [] }
const bytesOf = (text: string) => new TextEncoder().encode(text)
const failuresOf = (text: string) =>
  verifyProof(bytesOf(text), trust)
    .checks.filter(({ outcome }) => outcome === 'fails')
    .map(({ name }) => name)

// oxlint-disable-next-line typescript/no-explicit-any -- a bundle that is going to be spoilt is any JSON
type Loose = any

/** What a node that lies would send: changed somewhere, and sealed again with its own key. */
function resealed(text: string, change: (bundle: Loose) => void): string {
  const { seal: _, ...content } = JSON.parse(text) as Loose
  change(content)
  return sealed(content, (payload, typ) => signText(payload, typ, testKey))
}

describe('the proof of a certificate', () => {
  const s = service()
  const lab = laboratory(s)
  let number = ''
  let text = ''

  const proofOf = async (certificate: string, key?: string) => {
    const headers: Record<string, string> = key === undefined ? {} : { authorization: `Bearer ${key}` }
    return s.app.request(`/v1/certificates/${certificate}/proof`, { headers })
  }

  beforeAll(async () => {
    number = (await issued(lab, entryOfWeight())).body.number
    text = await (await proofOf(number)).text()
  })

  it('holds for everybody who knows the key of the node, without the registry', () => {
    const report = verifyProof(bytesOf(text), trust)
    expect(report.checks.map(({ name, outcome }) => `${name} ${outcome}`)).toEqual([
      'form holds',
      'seal holds',
      'documents holds',
      'records holds',
      'budgets holds',
      'log holds',
      'verdict holds',
    ])
    expect(report).toMatchObject({
      outcome: 'holds',
      proven: { certificate: number, version: 1, result: 'm1', verdict: 'traceable', policy: 'ILAC-P10' },
    })
  })

  it('carries every certificate of the chain as it was hashed', () => {
    const { documents, log } = JSON.parse(text) as ProofBundle
    expect(documents.map((one) => one.number)).toEqual([number, standardCertificate].toSorted())
    for (const { text: document, sha256 } of documents) expect(sha256Hex(document)).toBe(sha256)
    // Issued; written down from elsewhere, and checked.
    expect(log.statements.map(({ leaf }) => (JSON.parse(leaf) as { kind: string }).kind)).toEqual([
      'recorded',
      'checked',
      'issued',
    ])
  })

  it('is whole in itself, and no more, for a reader who knows no key', () => {
    expect(verifyProof(bytesOf(text), { keys: [], thumbprints: [] }).outcome).toBe('signer-unknown')
    expect(verifyProof(bytesOf(text), { keys: [], thumbprints: [testKey.kid] }).outcome).toBe('holds')
  })

  it('fails when any single byte of it is another one', () => {
    const bytes = bytesOf(text)
    for (let i = 0; i < bytes.length; i++) {
      const bit = 1 << (i % 8)
      bytes[i] = (bytes[i] ?? 0) ^ bit
      if (verifyProof(bytes, trust).outcome !== 'fails') expect.fail(`byte ${i} may be another one`)
      bytes[i] = (bytes[i] ?? 0) ^ bit
    }
    expect(verifyProof(bytes, trust).outcome).toBe('holds')
  }, 120_000)

  it('fails at any byte of any other proof', async () => {
    const entry = entryOfWeight({
      results: [weightResult(), weightResult({ code: 'm2', coverage: { probability: 0.9545 } })],
    })
    const other = (await issued(lab, entry)).body.number
    const query = `?result=m2&policy=CNAS-CL01-G002`
    const bundle = new Uint8Array(
      await (await s.app.request(`/v1/certificates/${other}/proof${query}`)).arrayBuffer(),
    )
    expect(verifyProof(bundle, trust).proven).toMatchObject({ certificate: other, result: 'm2' })
    fc.assert(
      fc.property(fc.nat(bundle.length - 1), fc.integer({ min: 1, max: 255 }), (place, change) => {
        const changed = Uint8Array.from(bundle)
        changed[place] = (changed[place] ?? 0) ^ change
        return verifyProof(changed, trust).outcome === 'fails'
      }),
      { numRuns: 2_000 },
    )
    for (let end = 0; end < bundle.length; end += 997)
      expect(verifyProof(bundle.subarray(0, end), trust).outcome).toBe('fails')
  })

  it('fails when a node that lies has changed a certificate after it was logged', () => {
    const forged = resealed(text, (bundle) => {
      const document = bundle.documents.find((one: Loose) => one.number === number)
      if (!document) throw new Error('The certificate is there')
      const said = JSON.parse(document.text) as Loose
      said.item.serialNumber = 'another'
      document.text = canonicalText(said)
      document.sha256 = sha256Hex(document.text)
    })
    expect(failuresOf(forged)).toEqual(['log'])
  })

  it('fails when what the rules read is not what a certificate says', () => {
    const forged = resealed(text, ({ records }) => {
      records.results[0].standardUncertainty *= 0.9
    })
    expect(failuresOf(forged)).toContain('records')
    const left = resealed(text, ({ records }) => void records.results.pop())
    expect(failuresOf(left)).toContain('records')
  })

  it('fails when a budget does not give the uncertainty that is stated', () => {
    const forged = resealed(text, (bundle) => {
      for (const document of bundle.documents) {
        if (document.number !== number) continue
        const said = JSON.parse(document.text) as Loose
        for (const line of said.results[0].budget.lines) line.standardUncertainty *= 2
        document.text = canonicalText(said)
        document.sha256 = sha256Hex(document.text)
      }
      const certificate = bundle.records.certificates.find((one: Loose) => one.number === number)
      for (const result of bundle.records.results) {
        if (result.certificateId !== certificate.id) continue
        for (const input of result.budget.inputs) input.standardUncertainty *= 2
      }
    })
    expect(failuresOf(forged)).toContain('budgets')
    expect(failuresOf(forged)).not.toContain('records')
  })

  it('fails when the verdict, the question or the policy is another one', () => {
    const verdict = resealed(text, ({ answer }) => void (answer.verdict = 'traceable-with-conditions'))
    expect(failuresOf(verdict)).toEqual(['verdict'])
    const later = resealed(text, ({ question }) => void (question.at = '2027-03-02T08:00:00.000Z'))
    expect(failuresOf(later)).toEqual(['verdict'])
    const milder = resealed(text, ({ posed }) => void (posed.policy.significantShare = 0.5))
    expect(failuresOf(milder)).toContain('verdict')
  })

  it('fails when an entry does not stand in the log, or is missing', () => {
    const moved = resealed(text, ({ log }) => {
      for (const statement of log.statements) statement.index += 1
    })
    expect(failuresOf(moved)).toEqual(['log'])
    const missing = resealed(text, ({ log }) => void log.statements.splice(1, 1))
    expect(failuresOf(missing)).toEqual(['log'])
  })

  it('says what went wrong in the words of its reader, and never crashes', () => {
    for (const odd of [
      '',
      '{}',
      'null',
      '[]',
      '{"format":"etalon-proof/1"}',
      '{"format":"etalon-proof/2"}',
    ]) {
      const report = verifyProof(bytesOf(odd), trust)
      expect(report.outcome).toBe('fails')
      expect(report.checks.at(-1)?.words.zh).toMatch(/\p{Script=Han}/u)
    }
    const hollow = resealed(text, (bundle) => {
      bundle.records = {}
      bundle.posed = {}
    })
    expect(verifyProof(bytesOf(hollow), trust).outcome).toBe('fails')
  })

  it('is there of a known certificate only, by a policy that is defined', async () => {
    expect((await proofOf('NOBODY-1')).status).toBe(404)
    expect((await proofOf(`${number}/proof?policy=own`.replace('/proof', ''))).status).toBeGreaterThanOrEqual(
      400,
    )
  })
})
