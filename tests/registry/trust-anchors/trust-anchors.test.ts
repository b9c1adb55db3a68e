import { describe, expect, it } from 'vitest'
import { newSealingKey } from '../../sealing-key.ts'
import { service } from '../../service.ts'
import { administrator, asking, must, newOrganization, newPerson } from '../people-of-the-tests.ts'

const s = service()
const admin = administrator(s)
const pemOf = () => newSealingKey().certificate.toString()

describe('a trust anchor', () => {
  it('is a certificate, known by its fingerprint, and vouches until it is retired', async () => {
    const { certificate } = newSealingKey()
    const made = must(await admin.post('/v1/trust-anchors', { pem: certificate.toString(), note: 'By post' }))
    expect(made.body).toMatchObject({
      fingerprint: certificate.fingerprint256.replaceAll(':', '').toLowerCase(),
      subject: certificate.subject,
      note: 'By post',
      version: 1,
    })
    const path = made.headers.get('location') ?? ''
    const retire = (tag: string) =>
      admin.post(`${path}/retire`, { cause: 'Key replaced' }, { 'if-match': tag })
    expect((await admin.post(`${path}/retire`, { cause: 'Key replaced' })).status).toBe(428)
    expect((await retire('"7"')).status).toBe(412)
    expect((await retire('"1"')).body).toMatchObject({ version: 2, retired: { cause: 'Key replaced' } })
    expect((await retire('"2"')).body.code).toBe('trust-anchor.retired')
    expect((await admin.get(path)).body.retired.cause).toBe('Key replaced')
  })

  it('is registered once for everybody, and once for each organization', async () => {
    await newOrganization(admin, 'LAB')
    const pem = pemOf()
    must(await admin.post('/v1/trust-anchors', { pem }))
    must(await admin.post('/v1/trust-anchors', { pem, organization: 'LAB' }))
    for (const again of [{ pem }, { pem, organization: 'LAB' }]) {
      expect((await admin.post('/v1/trust-anchors', again)).body.code).toBe('trust-anchor.already-there')
    }
  })

  it.each([
    ['no certificate', 'hello'],
    ['two certificates', pemOf() + pemOf()],
    ['a certificate that is cut off', pemOf().replace(/.{200}\n-----END/s, '\n-----END')],
    ['a private key', '-----BEGIN PRIVATE KEY-----\nAAAA\n-----END PRIVATE KEY-----'],
  ])('is not %s', async (_, pem) => {
    const { status, body } = await admin.post('/v1/trust-anchors', { pem })
    expect([status, body.code, body.pointer]).toEqual([422, 'trust-anchor.not-a-certificate', '/pem'])
  })

  it('is registered by administrators and seen by all who have a key', async () => {
    await newOrganization(admin, 'OTHER')
    const technician = await newPerson(s, admin, {
      organization: 'OTHER',
      roles: ['technician', 'quality-manager'],
    })
    expect((await technician.post('/v1/trust-anchors', { pem: pemOf() })).status).toBe(403)
    const { body } = await technician.get('/v1/trust-anchors?limit=1')
    expect(body.items).toHaveLength(1)
    expect(body.next).not.toBeNull()
    expect((await asking(s, undefined).get('/v1/trust-anchors')).status).toBe(401)
    expect((await technician.get('/v1/trust-anchors/019aa000-0000-7000-8000-000000000000')).body.code).toBe(
      'trust-anchor.unknown',
    )
  })
})
