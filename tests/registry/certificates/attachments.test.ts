import { describe, expect, it } from 'vitest'
import { sha256Hex } from '#evidence/digest.ts'
import { service } from '../../service.ts'
import { broughtTo, moved, seen } from '../calibrations-of-the-tests.ts'
import { entryOfWeight, laboratory } from '../laboratory-of-the-tests.ts'
import { must, type Answer } from '../people-of-the-tests.ts'

const pdf = '%PDF-1.7\n1 0 obj <<>> endobj\n%%EOF\n'
const digest = sha256Hex(pdf)

describe('a file that is attached to a certificate', () => {
  const s = service()
  const lab = laboratory(s)
  const attach = (draft: Answer, bytes: string, { name = 'curve.pdf', sha256 = sha256Hex(bytes) } = {}) =>
    lab.technician.send(
      'POST',
      `/v1/calibrations/${draft.body.id}/attachments?name=${encodeURIComponent(name)}&sha256=${sha256}`,
      bytes,
      { 'content-type': 'application/octet-stream', ...seen(draft) },
    )

  it('stands on it by name and SHA-256, is signed with it, and is served as it was sent, to be saved', async () => {
    const draft = await broughtTo(lab, entryOfWeight(), 'evaluated')
    const withFile = must(await attach(draft, pdf, { name: '曲线 (1).pdf' }))
    const stated = { name: '曲线 (1).pdf', media: 'application/pdf', bytes: pdf.length, sha256: digest }
    expect(withFile).toMatchObject({ status: 201, body: { attachments: [stated] } })
    // Who has seen the draft without it has seen another one.
    expect((await moved(lab.technician, 'submit', draft)).status).toBe(412)
    const submitted = must(await moved(lab.technician, 'submit', withFile))
    expect((await attach(submitted, pdf, { name: 'late.pdf' })).body.code).toBe('calibration.wrong-state')
    const reviewed = must(await moved(lab.reviewer, 'review', submitted, { decision: 'approve' }))
    const { body } = must(await moved(lab.signatory, 'authorise', reviewed))
    expect(body.attachments).toEqual([stated])

    const served = must(await lab.public.get(`/v1/certificates/${body.number}/attachment?sha256=${digest}`))
    expect(served.body).toBe(pdf)
    expect(served.headers.get('content-type')).toBe('application/pdf')
    expect(served.headers.get('content-disposition')).toBe(
      `attachment; filename="${digest.slice(0, 16)}"; filename*=UTF-8''%E6%9B%B2%E7%BA%BF%20%281%29.pdf`,
    )
    expect(served.headers.get('x-content-type-options')).toBe('nosniff')
    const none = await lab.public.get(`/v1/certificates/${body.number}/attachment?sha256=${'0'.repeat(64)}`)
    expect(none).toMatchObject({ status: 404, body: { code: 'attachment.unknown' } })
  })

  it('is refused with another hash than was stated, or where it is no file of those kinds, and nothing is stored', async () => {
    const draft = await broughtTo(lab, entryOfWeight(), 'evaluated')
    const wrong = await attach(draft, `${pdf} `, { sha256: digest })
    expect(wrong).toMatchObject({ status: 422, body: { code: 'attachment.hash-mismatch', stated: digest } })
    expect(wrong.body.computed).toBe(sha256Hex(`${pdf} `))
    for (const bytes of ['<html><script>1</script></html>', 'MZ\u0000\u0001', '#!/bin/sh\n', ''])
      expect((await attach(draft, bytes)).body, bytes).toMatchObject({
        status: 415,
        code: 'attachment.file-not-accepted',
      })
    const [row] = await s.orm.em
      .fork()
      .execute<{ n: string }[]>('select count(*) as n from attachments where calibration_id = ?', [
        draft.body.id,
      ])
    expect(Number(row?.n)).toBe(0)
  })

  it('can be taken from a draft, and from nothing that was issued', async () => {
    const draft = must(await attach(await broughtTo(lab, entryOfWeight(), 'evaluated'), pdf))
    expect((await attach(draft, pdf)).body.code).toBe('attachment.name-taken')
    const path = `/v1/calibrations/${draft.body.id}/attachments?name=curve.pdf`
    const without = must(await lab.technician.send('DELETE', path, undefined, seen(draft)))
    expect(without.body.attachments).toBeUndefined()
    expect((await lab.technician.send('DELETE', path, undefined, seen(without))).body.code).toBe(
      'attachment.unknown',
    )
    const em = s.orm.em.fork()
    await expect(em.execute('delete from attachments')).rejects.toThrow('never changed')
    await expect(em.execute(`update attachment_contents set media = 'x'`)).rejects.toThrow('append only')
    expect(s.complaints).toEqual([])
  })
})
