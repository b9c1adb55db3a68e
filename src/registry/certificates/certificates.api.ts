import { notYourOrganization } from '../people/access.refusals.ts'
import { operation, type Operation } from '#http/operation.ts'
import { pageOf, pagePlace, rowsToRead } from '#http/paging.ts'
import { refusalsOf } from '#refusal.ts'
import { fourEyes, loggingRefusals, movingRefusals, ruleFails } from '../calibrations/calibration.refusals.ts'
import { calibrationHeld } from '../calibrations/calibration.queries.ts'
import { summaryOf } from '../calibrations/calibration.view.ts'
import { bindingRefusals, signingRefusals } from '../signatures/signature.refusals.ts'
import { certificateSeen, locationOf } from './certificate-seen.ts'
import { listCertificates } from './certificate.queries.ts'
import {
  amendedElsewhere,
  certificateNumberTaken,
  figuresChanged,
  noLongerInForce,
  nothingToAmend,
  otherItem,
  coverageFactorMissing,
  incomplete,
  issuedBeforeFinished,
  uncertaintiesDisagree,
  uncertaintyNotPositive,
} from './certificate.refusals.ts'
import { viewSummary } from './certificate.view.ts'
import { faceOperations } from './faces/faces.api.ts'
import { issueCertificate } from './issuing/issue-certificate.ts'
import { decisionOperations } from './decisions.api.ts'
import { versionOperations } from './versions.api.ts'
import { recordedAlike } from './transcribing/known-number.ts'
import { transcribeCertificate } from './transcribing/transcribe-certificate.ts'

const budgetRefusals = refusalsOf(
  'measurement-model',
  'uncertainty',
  'budget',
  'quantity',
  'unit',
  'conformity',
)

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
      query: 'calibrations/signing-query.json',
      answers: { 201: 'certificates/certificate.json' },
      refuses: [
        movingRefusals,
        ruleFails,
        fourEyes,
        incomplete,
        certificateNumberTaken,
        signingRefusals,
        bindingRefusals,
      ],
    },
    async ({ em, params, query, ifMatch, actor, now }) => {
      const before = summaryOf((await calibrationHeld(em, params.id, actor)).calibration)
      const { number } = await issueCertificate(
        em,
        { id: params.id, seenVersion: ifMatch, ...query },
        actor,
        now,
      )
      const answer = await certificateSeen(em, number, actor)
      return { ...answer, status: 201, headers: { location: locationOf(number) }, before }
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
      answers: { 201: 'certificates/certificate.json', 200: 'certificates/certificate.json' },
      refuses: [
        loggingRefusals,
        budgetRefusals,
        issuedBeforeFinished,
        coverageFactorMissing,
        uncertaintyNotPositive,
        uncertaintiesDisagree,
        certificateNumberTaken,
        nothingToAmend,
        amendedElsewhere,
        otherItem,
        noLongerInForce,
        figuresChanged,
        notYourOrganization,
      ],
    },
    async ({ em, body, actor, now }) => {
      if (await recordedAlike(em, body, actor)) return certificateSeen(em, body.number, actor)
      const { number } = await transcribeCertificate(em, body, actor, now)
      const answer = await certificateSeen(em, number, actor)
      return { ...answer, status: 201 as const, headers: { location: locationOf(number) } }
    },
  ),
  operation(
    {
      id: 'list-certificates',
      method: 'get',
      path: '/v1/certificates',
      summary: 'List certificates, the newest first',
      access: 'certificate.read',
      query: 'certificates/search.json',
      answers: { 200: 'certificates/page.json' },
      refuses: [],
    },
    async ({ em, query, actor, now }) => {
      const place = pagePlace('certificates', query)
      const asked = { ...query, ...(place && { after: place.id }), rows: rowsToRead(query) }
      const rows = await listCertificates(em, asked, actor, now)
      return {
        status: 200,
        body: pageOf('certificates', query, rows, ({ id }) => ({ value: id, id }), viewSummary),
      }
    },
  ),
  ...faceOperations,
  ...versionOperations,
  ...decisionOperations,
]
