import { describe, expect, it } from 'vitest'
import { newSealingKey } from '../../../sealing-key.ts'
import { service } from '../../../service.ts'
import { laboratory } from '../../laboratory-of-the-tests.ts'
import { must } from '../../people-of-the-tests.ts'
import { certificateFile, imported, sha256, signed, standardUsed } from './files-of-the-tests.ts'

const s = service()
const lab = laboratory(s)
const seal = newSealingKey()
const byTechnician = (file: Uint8Array<ArrayBuffer>, query = '') =>
  imported(s, lab.technician.key, file, { query })

const upstreamOf = async (number: string, hash: Parameters<typeof standardUsed>[0]) => {
  const { body } = await byTechnician(certificateFile({ number, equipment: standardUsed(hash) }))
  return body.upstream[0]
}

describe('the certificates that a file names', () => {
  it('are verified where one that is held has the hash, in hexadecimal digits or base64', async () => {
    const file = certificateFile({ number: 'UP-1' })
    must(await byTechnician(file))
    const hex = sha256(file)
    const base64 = Buffer.from(hex, 'hex').toString('base64')
    for (const [i, value] of [hex, hex.toUpperCase(), base64].entries()) {
      const upstream = await upstreamOf(`DOWN-1${i}`, { number: 'UP-1', procedure: 'SHA-256', value })
      expect(upstream).toMatchObject({
        outcome: 'verified',
        held: [{ kind: 'import', number: 'UP-1', sha256: hex }],
      })
    }
  })

  it('are verified by the digest of the signature, as PTB proposes', async () => {
    const file = signed(certificateFile({ number: 'UP-2' }), seal)
    must(await byTechnician(file))
    const digest =
      /<ds:Reference[^>]*URI=""[\s\S]*?<ds:DigestValue>([^<]+)</.exec(new TextDecoder().decode(file))?.[1] ??
      ''
    const upstream = await upstreamOf('DOWN-2', { number: 'UP-2', procedure: 'c14n-sha256', value: digest })
    expect(upstream.outcome).toBe('verified')
  })

  it('are a mismatch where one has the number and another hash', async () => {
    must(await byTechnician(certificateFile({ number: 'UP-3' })))
    const upstream = await upstreamOf('DOWN-3', {
      number: 'UP-3',
      procedure: 'sha256',
      value: '0'.repeat(64),
    })
    expect(upstream.outcome).toBe('mismatch')
  })

  it('cannot be checked where no hash is stated', async () => {
    must(await byTechnician(certificateFile({ number: 'UP-4' })))
    expect((await upstreamOf('DOWN-4', { number: 'UP-4' })).outcome).toBe('not-checkable')
  })

  it('are unknown where none has the number, and what resembles it is told', async () => {
    const upstream = await upstreamOf('DOWN-5', { number: 'NMI 2025/0001' })
    expect(upstream).toMatchObject({
      outcome: 'unknown',
      held: [],
      nearMisses: [{ number: 'NMI-2025-0001', issuer: 'NMI', by: 'number' }],
    })
    const device = await upstreamOf('DOWN-6', { number: '-', serial: 'STANDARD' })
    expect(device.outcome).toBe('unknown')
    expect(device.nearMisses[0]).toMatchObject({ issuer: 'NMI', by: 'serial-number' })
  })

  it('are looked up again whenever the import is read', async () => {
    const file = certificateFile({ number: 'UP-7' })
    const { body } = await byTechnician(
      certificateFile({
        number: 'DOWN-7',
        equipment: standardUsed({ number: 'UP-7', procedure: 'sha256', value: sha256(file) }),
      }),
    )
    expect(body.upstream[0].outcome).toBe('unknown')
    must(await byTechnician(file))
    const later = await lab.technician.get(`/v1/certificates/imports/${body.id}`)
    expect(later.body.upstream[0].outcome).toBe('verified')
  })

  it('include certificates of the registry, by the hash of their document', async () => {
    const { body } = await lab.admin.get('/v1/certificates/NMI-2025-0001')
    const hash = { number: 'NMI-2025-0001', procedure: 'sha256', value: body.sha256 }
    expect(await upstreamOf('DOWN-8', hash)).toMatchObject({
      outcome: 'verified',
      held: [{ kind: 'certificate' }],
    })
  })
})
