import type { EntityManager } from '@mikro-orm/postgresql'
import { olderVersion } from '#db/refused-by.ts'
import type { Actor } from '#http/actor.ts'
import { operation, type Operation } from '#http/operation.ts'
import { pageOf, pagePlace, rowsToRead } from '#http/paging.ts'
import { refusalsOf } from '#refusal.ts'
import { fourEyes, loggingRefusals, movingRefusals, ruleFails } from '../calibrations/calibration.refusals.ts'
import { notYourOrganization } from '../people/access.refusals.ts'
import { isAdministrator } from '../people/may.ts'
import { amendCertificate } from './amend-certificate.ts'
import { eventsOf, listCertificates, versionsNumbered } from './certificate.queries.ts'
import {
  alreadySo,
  certificateNumberTaken,
  coverageFactorMissing,
  issuedBeforeFinished,
  noLongerInForce,
  notTranscribed,
  otherItem,
  ownTranscription,
  uncertaintiesDisagree,
  uncertaintyNotPositive,
  unknownCertificate,
  withdrawnBeforeIssue,
} from './certificate.refusals.ts'
import { viewCertificate, viewSummary } from './certificate.view.ts'
import { issueCertificate } from './issue-certificate.ts'
import { checkTranscription, revokeCertificate, withdrawCertificate } from './record-certificate-event.ts'
import { transcribeCertificate } from './transcribe-certificate.ts'

const budgetRefusals = refusalsOf(
  'measurement-model',
  'uncertainty',
  'budget',
  'quantity',
  'unit',
  'conformity',
)

/** A certificate as it stands, the newest version or the one asked for; a private one is there for its parties only. */
async function certificateSeen(em: EntityManager, number: string, actor: Actor | null, version?: number) {
  await em.flush()
  const versions = await versionsNumbered(em, number)
  const asked = version === undefined ? versions[0] : versions.find(({ edition }) => edition === version)
  const isParty =
    actor !== null &&
    (isAdministrator(actor) ||
      asked?.issuer.id === actor.organization.id ||
      asked?.calibration.$.equipment.$.owner.id === actor.organization.id)
  if (!asked || (asked.visibility === 'private' && !isParty)) {
    throw unknownCertificate(
      { en: `None has the number ${number}`, zh: `没有编号为 ${number} 的证书` },
      { number },
    )
  }
  const events = await eventsOf(em, number)
  return {
    status: 200 as const,
    body: viewCertificate(asked, versions, events),
    etag: factsKnown(versions, events),
  }
}

/** A certificate is never changed: what grows is what is known of it, its versions and what happened to it. */
const factsKnown = (versions: readonly unknown[], events: readonly unknown[]): number =>
  versions.length + events.length

/** Whoever decides about a certificate has seen all that is known of it. */
async function requireSeen(em: EntityManager, number: string, seenVersion: number): Promise<void> {
  const facts = factsKnown(await versionsNumbered(em, number), await eventsOf(em, number))
  if (facts !== seenVersion) throw olderVersion(`The certificate is at "${facts}"`)
}

/** `/v1/certificates/A%2F1`: what a number may hold stands in a path as it is, but for what must be escaped. */
const locationOf = (number: string) => `/v1/certificates/${encodeURIComponent(number)}`

export const certificateOperations: readonly Operation[] = [
  operation(
    {
      id: 'authorise-calibration',
      method: 'post',
      path: '/v1/calibrations/{id}/authorise',
      summary: 'Authorise a reviewed calibration and issue its certificate',
      access: 'calibration.authorise',
      ifMatch: true,
      params: 'calibrations/path.json',
      answers: { 201: 'certificates/certificate.json' },
      refuses: [movingRefusals, ruleFails, fourEyes, certificateNumberTaken, notYourOrganization],
    },
    async ({ em, params, ifMatch, actor, now }) => {
      const { number } = await issueCertificate(em, { id: params.id, seenVersion: ifMatch }, actor, now)
      const answer = await certificateSeen(em, number, actor)
      return { ...answer, status: 201, headers: { location: locationOf(number) } }
    },
  ),
  operation(
    {
      id: 'transcribe-certificate',
      method: 'post',
      path: '/v1/certificates',
      summary: 'Record a certificate that was issued elsewhere; a second person checks it',
      access: 'certificate.transcribe',
      body: 'certificates/transcription.json',
      answers: { 201: 'certificates/certificate.json' },
      refuses: [
        loggingRefusals,
        budgetRefusals,
        issuedBeforeFinished,
        coverageFactorMissing,
        uncertaintyNotPositive,
        uncertaintiesDisagree,
        certificateNumberTaken,
      ],
    },
    async ({ em, body, actor, now }) => {
      const { number } = await transcribeCertificate(em, body, actor, now)
      const answer = await certificateSeen(em, number, actor)
      return { ...answer, status: 201, headers: { location: locationOf(number) } }
    },
  ),
  operation(
    {
      id: 'list-certificates',
      method: 'get',
      path: '/v1/certificates',
      summary: 'List certificates, the newest first',
      access: 'registry.read',
      query: 'certificates/search.json',
      answers: { 200: 'certificates/page.json' },
      refuses: [],
    },
    async ({ em, query, actor }) => {
      const place = pagePlace('certificates', query)
      const rows = await listCertificates(em, {
        ...query,
        organization: actor.organization.id,
        ...(place && { after: place.id }),
        rows: rowsToRead(query),
      })
      return {
        status: 200,
        body: pageOf('certificates', query, rows, ({ id }) => ({ value: id, id }), viewSummary),
      }
    },
  ),
  operation(
    {
      id: 'read-certificate',
      method: 'get',
      path: '/v1/certificates/{number}',
      summary: 'Read a certificate, and what has happened to it',
      access: 'public',
      params: 'certificates/path.json',
      query: 'certificates/version-query.json',
      answers: { 200: 'certificates/certificate.json' },
      refuses: [unknownCertificate],
    },
    async ({ em, params, query, actor }) => certificateSeen(em, params.number, actor, query.version),
  ),
  operation(
    {
      id: 'check-certificate',
      method: 'post',
      path: '/v1/certificates/{number}/check',
      summary: 'Confirm, as a second person, that a transcription agrees with its certificate',
      access: 'certificate.check',
      ifMatch: true,
      params: 'certificates/path.json',
      answers: { 200: 'certificates/certificate.json' },
      refuses: [unknownCertificate, notTranscribed, ownTranscription, alreadySo],
    },
    async ({ em, params, ifMatch, actor, now }) => {
      await requireSeen(em, params.number, ifMatch)
      await checkTranscription(em, params.number, actor, now)
      return certificateSeen(em, params.number, actor)
    },
  ),
  operation(
    {
      id: 'amend-certificate',
      method: 'post',
      path: '/v1/certificates/{number}/amend',
      summary: 'Issue a new version that names what it changes and why',
      access: 'certificate.amend',
      ifMatch: true,
      params: 'certificates/path.json',
      body: 'certificates/amendment.json',
      answers: { 201: 'certificates/certificate.json' },
      refuses: [
        unknownCertificate,
        movingRefusals,
        ruleFails,
        fourEyes,
        otherItem,
        noLongerInForce,
        alreadySo,
        notYourOrganization,
      ],
    },
    async ({ em, params, ifMatch, body, actor, now }) => {
      await requireSeen(em, params.number, ifMatch)
      await amendCertificate(em, { number: params.number, amendment: body }, actor, now)
      const answer = await certificateSeen(em, params.number, actor)
      return { ...answer, status: 201, headers: { location: locationOf(params.number) }, reason: body.reason }
    },
  ),
  operation(
    {
      id: 'withdraw-certificate',
      method: 'post',
      path: '/v1/certificates/{number}/withdraw',
      summary: 'Withdraw a certificate from a moment on',
      access: 'certificate.withdraw',
      ifMatch: true,
      params: 'certificates/path.json',
      body: 'certificates/withdrawal.json',
      answers: { 200: 'certificates/certificate.json' },
      refuses: [unknownCertificate, withdrawnBeforeIssue, noLongerInForce, alreadySo, notYourOrganization],
    },
    async ({ em, params, ifMatch, body, actor, now }) => {
      await requireSeen(em, params.number, ifMatch)
      await withdrawCertificate(em, { number: params.number, ...body }, actor, now)
      return { ...(await certificateSeen(em, params.number, actor)), reason: body.cause }
    },
  ),
  operation(
    {
      id: 'revoke-certificate',
      method: 'post',
      path: '/v1/certificates/{number}/revoke',
      summary: 'Revoke a certificate from the beginning',
      access: 'certificate.revoke',
      ifMatch: true,
      params: 'certificates/path.json',
      body: 'certificates/revocation.json',
      answers: { 200: 'certificates/certificate.json' },
      refuses: [unknownCertificate, noLongerInForce, alreadySo, notYourOrganization],
    },
    async ({ em, params, ifMatch, body, actor, now }) => {
      await requireSeen(em, params.number, ifMatch)
      await revokeCertificate(em, { number: params.number, cause: body.cause }, actor, now)
      return { ...(await certificateSeen(em, params.number, actor)), reason: body.cause }
    },
  ),
]
