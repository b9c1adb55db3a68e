import { operation, type Operation } from '#http/operation.ts'
import { attachedContent } from '../attachments/attachment.queries.ts'
import { unknownAttachment } from '../attachments/attachment.refusals.ts'
import { anyBytes, viewFile } from '../attachments/attachment.view.ts'
import { actsBehind } from '../signatures/signature.queries.ts'
import { locationOf, versionSeen } from './certificate-seen.ts'
import { unknownCertificate, versionUnknown } from './certificate.refusals.ts'
import { differencesOf } from './differences/differences-of-versions.ts'
import { signaturesOfVersion } from './signatures-of-version.view.ts'

/** What can be asked of the versions of a certificate by whoever may read them. */
export const versionOperations: readonly Operation[] = [
  operation(
    {
      id: 'signatures-of-certificate',
      method: 'get',
      path: '/v1/certificates/{number}/signatures',
      summary: 'Who signed a version, in which meaning, and whether each signature is bound to its content',
      access: 'public',
      params: 'certificates/path.json',
      query: 'certificates/version-query.json',
      answers: { 200: 'certificates/signatures.json' },
      refuses: [unknownCertificate],
    },
    async ({ em, params, query, actor }) => {
      const { asked, versions } = await versionSeen(em, params.number, actor, query.version)
      const acts = await actsBehind(
        em,
        versions.map(({ calibration }) => calibration.id),
      )
      return {
        status: 200,
        body: signaturesOfVersion(asked, versions, acts),
        subject: locationOf(params.number),
      }
    },
  ),
  operation(
    {
      id: 'differences-of-certificate',
      method: 'get',
      path: '/v1/certificates/{number}/differences',
      summary: 'What differs between two versions of a certificate',
      access: 'public',
      params: 'certificates/path.json',
      query: 'certificates/differences-query.json',
      answers: { 200: 'certificates/differences.json' },
      refuses: [unknownCertificate, versionUnknown],
    },
    async ({ em, params, query, actor }) => {
      const { versions } = await versionSeen(em, params.number, actor)
      return { status: 200, body: differencesOf(params.number, versions, query) }
    },
  ),
  operation(
    {
      id: 'attachment-of-certificate',
      method: 'get',
      path: '/v1/certificates/{number}/attachment',
      summary: 'The bytes of a file that belongs to a certificate, by the SHA-256 that stands on it',
      access: 'public',
      params: 'certificates/path.json',
      query: 'attachments/asking.json',
      answers: { 200: null },
      media: anyBytes,
      refuses: [unknownCertificate, unknownAttachment],
    },
    async ({ em, params, query, actor }) => {
      const { versions } = await versionSeen(em, params.number, actor)
      const behind = versions.map(({ calibration }) => calibration.id)
      const found = await attachedContent(em, behind, query.sha256)
      if (!found) throw unknownAttachment(unknownAttachment.definition.title, {}, { pointer: '/sha256' })
      return viewFile(found)
    },
  ),
]
