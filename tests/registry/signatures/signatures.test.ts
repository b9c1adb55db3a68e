import { describe, expect, it } from 'vitest'
import { sha256Hex } from '#evidence/digest.ts'
import { canonicalText } from '#evidence/canonical-form.ts'
import { service } from '../../service.ts'
import { broughtTo, moved, seen } from '../calibrations-of-the-tests.ts'
import { entryOfWeight, issued, laboratory } from '../laboratory-of-the-tests.ts'
import { asking, must, newPerson, type Answer } from '../people-of-the-tests.ts'

const approve = { decision: 'approve' }
const beside = [
  'number version issued change traceability signatures sha256 recordedAt versions events'.split(' '),
].flat()

/** The SHA-256 of what is signed, as somebody would compute it who has only the certificate. */
const contentOf = (certificate: object) =>
  sha256Hex(
    canonicalText(Object.fromEntries(Object.entries(certificate).filter(([name]) => !beside.includes(name)))),
  )

const signaturesOf = async (lab: ReturnType<typeof laboratory>, { body }: Answer, version?: number) =>
  must(
    await lab.public.get(
      `/v1/certificates/${body.number}/signatures${version === undefined ? '' : `?version=${version}`}`,
    ),
  ).body

describe('a signature on a certificate', () => {
  const s = service()
  const lab = laboratory(s)

  it('says who signed, in which meaning and when, and is bound to exactly the content that is printed (21 CFR 11.50, 11.70)', async () => {
    s.clock.moveTo('2026-03-02T08:00:00Z')
    const submitted = await broughtTo(lab, entryOfWeight(), 'submitted')
    s.clock.moveTo('2026-03-02T09:00:00Z')
    const reviewed = must(await moved(lab.reviewer, 'review', submitted, approve))
    s.clock.moveTo('2026-03-02T10:00:00Z')
    const { body } = must(await moved(lab.signatory, 'authorise', reviewed))
    const contentSha256 = contentOf(body)
    expect(body.signatures).toEqual([
      {
        meaning: 'performed',
        person: 'technician',
        name: 'technician',
        at: '2026-03-02T08:00:00.000Z',
        contentSha256,
      },
      {
        meaning: 'reviewed',
        person: 'reviewer',
        name: 'reviewer',
        at: '2026-03-02T09:00:00.000Z',
        contentSha256,
      },
      {
        meaning: 'authorised',
        person: 'signatory',
        name: 'signatory',
        at: '2026-03-02T10:00:00.000Z',
        contentSha256,
      },
    ])
    const verified = must(await lab.public.get(`/v1/certificates/${body.number}/signatures`)).body
    expect(verified).toMatchObject({ isIntact: true, contentSha256, sha256: body.sha256 })
    expect(verified.signatures.map(({ binding }: { binding: string }) => binding)).toEqual([
      'bound',
      'bound',
      'bound',
    ])
    expect(verified.signatures[0].authentication).toEqual({ method: 'api-key', signerNamed: false })
  })

  it('is not given by another hand: who submits is who performed the work', async () => {
    const clerk = await newPerson(s, lab.admin, { organization: 'LAB', code: 'clerk', roles: ['technician'] })
    const entered = await broughtTo({ ...lab, technician: clerk }, entryOfWeight(), 'evaluated')
    const foreign = await moved(clerk, 'submit', entered)
    expect(foreign).toMatchObject({
      status: 403,
      body: { code: 'signature.not-the-signer', signer: 'technician' },
    })
    expect((await moved(lab.technician, 'submit', entered)).status).toBe(200)
  })

  it('names its signer where the signer says so, and is refused with the key of somebody else (21 CFR 11.200)', async () => {
    const submitted = await broughtTo(lab, entryOfWeight(), 'submitted')
    const path = `/v1/calibrations/${submitted.body.id}`
    const asReviewer = (signer: string) =>
      lab.reviewer.post(`${path}/review?signer=${signer}`, approve, seen(submitted))
    expect((await asReviewer('signatory')).body).toMatchObject({
      status: 403,
      code: 'signature.not-the-signer',
    })
    const reviewed = must(await asReviewer('reviewer'))
    const certificate = must(await moved(lab.signatory, 'authorise?signer=signatory', reviewed))
    const { signatures } = await signaturesOf(lab, certificate)
    const named = signatures.map(
      (one: { authentication: { signerNamed: boolean } }) => one.authentication.signerNamed,
    )
    expect(named).toEqual([false, true, true])
  })

  it('is refused with a key that was revoked while the request was under way', async () => {
    const ready = await broughtTo(lab, entryOfWeight(), 'reviewed')
    const issuedKey = must(
      await lab.admin.post('/v1/api-keys', { person: 'signatory', roles: ['signatory'] }),
    ).body
    const second = asking(s, issuedKey.key)
    // Held by a revocation that is not committed yet: the signature waits for it, and then sees it.
    const connection = s.orm.em.fork()
    await connection.begin()
    await connection.execute('update api_keys set revoked_at = now() where id = ?', [issuedKey.id])
    const signing = moved(second, 'authorise', ready)
    await new Promise((resolve) => setTimeout(resolve, 300))
    await connection.commit()
    expect(await signing).toMatchObject({ status: 403, body: { code: 'signature.key-no-longer-valid' } })
    expect((await moved(lab.signatory, 'authorise', ready)).status).toBe(201)
  })

  it('binds the reviewer to what was performed: what changed in between is refused, returned and signed anew', async () => {
    const submitted = await broughtTo(lab, entryOfWeight(), 'submitted')
    const { body: lab1, headers } = must(await lab.admin.get('/v1/organizations/LAB'))
    const { id: _, code: __, recordedAt: ___, version: ____, ...stated } = lab1
    const renamed = { ...stated, name: { en: 'Laboratory LAB Ltd', zh: 'LAB 实验室有限公司' } }
    must(await lab.admin.put('/v1/organizations/LAB', renamed, headers.get('etag')?.replaceAll('"', '')))
    const refused = await moved(lab.reviewer, 'review', submitted, approve)
    expect(refused).toMatchObject({ status: 409, body: { code: 'signature.content-changed' } })
    expect(refused.body.signed).not.toBe(refused.body.present)
    const returned = must(
      await moved(lab.reviewer, 'review', submitted, { decision: 'return', reason: 'New name' }),
    )
    const again = must(await moved(lab.technician, 'submit', returned))
    const reviewed = must(await moved(lab.reviewer, 'review', again, approve))

    must(
      await lab.admin.put(
        '/v1/organizations/LAB',
        stated,
        must(await lab.admin.get('/v1/organizations/LAB')).body.version,
      ),
    )
    const late = await moved(lab.signatory, 'authorise', reviewed)
    expect(late).toMatchObject({ status: 409, body: { code: 'signature.content-changed' } })
    // What was reviewed may still be returned: otherwise nothing would lead out of here.
    const back = must(
      await moved(lab.reviewer, 'review', reviewed, { decision: 'return', reason: 'Old name' }),
    )
    const third = must(
      await moved(lab.reviewer, 'review', must(await moved(lab.technician, 'submit', back)), approve),
    )
    expect((await moved(lab.signatory, 'authorise', third)).status).toBe(201)
  })

  it('stays what it was when words are amended: the former signatures are bound to the former version', async () => {
    const first = await issued(lab, entryOfWeight({ place: 'Room 2' }))
    const editorial = { changeClass: 'editorial', reason: 'The room', place: 'Room 3' }
    const second = must(
      await lab.signatory.post(`/v1/certificates/${first.body.number}/amend`, editorial, seen(first)),
    )
    const { signatures } = await signaturesOf(lab, second)
    expect(signatures).toMatchObject([
      { meaning: 'performed', binding: 'bound-to-former-version', boundToVersion: 1 },
      { meaning: 'reviewed', binding: 'bound-to-former-version', boundToVersion: 1 },
      { meaning: 'authorised', binding: 'bound' },
    ])
    expect(
      (await signaturesOf(lab, second, 1)).signatures.map((one: { binding: string }) => one.binding),
    ).toEqual(['bound', 'bound', 'bound'])
  })

  it('is recorded for ever: PostgreSQL refuses to change, delete or empty it', async () => {
    const em = s.orm.em.fork()
    for (const sql of [
      `update signature_acts set name = 'another'`,
      'delete from signature_acts',
      'truncate signature_acts',
    ])
      await expect(em.execute(sql), sql).rejects.toThrow('append only')
  })

  it('on a certificate from elsewhere is a name, and nothing is claimed of it', async () => {
    const { body } = must(await lab.public.get('/v1/certificates/NMI-2025-0001/signatures'))
    expect(body.signatures).toEqual([])
    expect(s.complaints).toEqual([])
  })
})
