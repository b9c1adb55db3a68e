import { operation, type Operation } from '#http/operation.ts'
import {
  fourEyes,
  notAuthorised,
  ruleFails,
  unknownRecord,
  wrongState,
} from '../calibrations/calibration.refusals.ts'
import { notYourOrganization } from '../people/access.refusals.ts'
import { bindingRefusals, signingRefusals } from '../signatures/signature.refusals.ts'
import { amendCertificate } from './issuing/amend-certificate.ts'
import { certificateDecided, certificateSeen, locationOf } from './certificate-seen.ts'
import {
  alreadySo,
  incomplete,
  noLongerInForce,
  notIssuedHere,
  notTranscribed,
  otherItem,
  ownTranscription,
  unknownCertificate,
  withdrawnBeforeIssue,
} from './certificate.refusals.ts'
import { checkTranscription, revokeCertificate, withdrawCertificate } from './record-certificate-event.ts'

/** What is decided about a certificate after it was written. Nothing of it is changed: each leaves a record of its own. */
export const decisionOperations: readonly Operation[] = [
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
      refuses: [unknownCertificate, notTranscribed, ownTranscription, alreadySo, notYourOrganization],
    },
    async ({ em, params, ifMatch, actor, now }) => {
      const before = await certificateDecided(em, params.number, actor, ifMatch)
      await checkTranscription(em, params.number, actor, now)
      return { ...(await certificateSeen(em, params.number, actor)), before }
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
      query: 'calibrations/signing-query.json',
      body: 'certificates/amendment.json',
      answers: { 201: 'certificates/certificate.json' },
      refuses: [
        unknownCertificate,
        unknownRecord,
        wrongState,
        notAuthorised,
        ruleFails,
        fourEyes,
        otherItem,
        incomplete,
        notIssuedHere,
        noLongerInForce,
        alreadySo,
        notYourOrganization,
        signingRefusals,
        bindingRefusals,
      ],
    },
    async ({ em, params, query, ifMatch, body, actor, now }) => {
      const before = await certificateDecided(em, params.number, actor, ifMatch)
      const asked = { number: params.number, amendment: body, signer: query.signer }
      await amendCertificate(em, asked, actor, now)
      const answer = await certificateSeen(em, params.number, actor)
      const headers = { location: locationOf(params.number) }
      return { ...answer, status: 201, headers, before, reason: body.reason }
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
      const before = await certificateDecided(em, params.number, actor, ifMatch)
      await withdrawCertificate(em, { number: params.number, ...body }, actor, now)
      return { ...(await certificateSeen(em, params.number, actor)), before, reason: body.cause }
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
      const before = await certificateDecided(em, params.number, actor, ifMatch)
      await revokeCertificate(em, { number: params.number, cause: body.cause }, actor, now)
      return { ...(await certificateSeen(em, params.number, actor)), before, reason: body.cause }
    },
  ),
]
