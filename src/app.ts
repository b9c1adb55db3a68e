import { availableParallelism } from 'node:os'
import type { MikroORM } from '@mikro-orm/postgresql'
import type { Hono } from 'hono'
import { certificateReaderOf, type CertificateReader } from '#compute/certificate-files/certificate-reader.ts'
import { simulatorOf, type Simulator } from '#compute/simulator.ts'
import { asRefusal, isConnectionLost, isRetryable } from '#db/refused-by.ts'
import { asNode, standingOf, within } from '#db/tenancy/standing.ts'
import type { SigningKey } from '#evidence/keys.ts'
import { signText } from '#evidence/signature.ts'
import { type SealingKey, sealingKeyFrom } from '#exchange/xml-signature/sealing-key.ts'
import { addDocumentation } from '#http/documentation.ts'
import { addHealth, type Probes } from '#http/health.ts'
import type { Limits } from '#http/limits.ts'
import type { Log } from '#http/log.ts'
import { httpApp, type HttpEnv } from '#http/mount.ts'
import type { Operation } from '#http/operation.ts'
import type { Answered, Setting } from '#http/setting.ts'
import { attachmentOperations } from '#registry/attachments/attachments.api.ts'
import { auditOperations } from '#registry/audit/audit.api.ts'
import { recordAct, recordActs } from '#registry/audit/record-act.ts'
import { presentValidity } from '#registry/certificates/validity/answer-present-validity.ts'
import { calibrationOperations } from '#registry/calibrations/calibrations.api.ts'
import { prospectOperations } from '#registry/calibrations/prospects/prospects.api.ts'
import { previewOperations } from '#registry/certificates/previewing/preview.api.ts'
import { certificateOperations } from '#registry/certificates/certificates.api.ts'
import { hashOperations } from '#registry/certificates/hashes.api.ts'
import { importOperations } from '#registry/certificates/importing/imports.api.ts'
import { templateOperations } from '#registry/imports/templates/templates.api.ts'
import { dccMappingOperations } from '#registry/dcc-mappings/dcc-mappings.api.ts'
import { trustAnchorOperations } from '#registry/trust-anchors/trust-anchors.api.ts'
import { covarianceOperations } from '#registry/traceability/covariance.api.ts'
import { explanationOperations } from '#registry/traceability/explanation.api.ts'
import { traceabilityOperations } from '#registry/traceability/traceability.api.ts'
import { validityOperations } from '#registry/certificates/validity/validity.api.ts'
import { comparisonOperations } from '#registry/comparisons/comparisons.api.ts'
import { competenceOperations } from '#registry/competences/competences.api.ts'
import { equipmentOperations } from '#registry/equipment/equipment.api.ts'
import { driftOperations } from '#registry/equipment/drift/drift.api.ts'
import { limitedUseOperations } from '#registry/equipment/limited-use/limited-use.api.ts'
import { comparisonEvaluationOperations } from '#registry/evaluation/comparison.api.ts'
import { conformityEvaluationOperations } from '#registry/evaluation/conformity.api.ts'
import { evaluationOperations } from '#registry/evaluation/evaluation.api.ts'
import { selfTestOperations } from '#registry/evaluation/self-test.api.ts'
import { statisticsEvaluationOperations } from '#registry/evaluation/statistics.api.ts'
import { impactOperations } from '#registry/impact/impact.api.ts'
import { inventoryOperations } from '#registry/due/inventory/inventory.api.ts'
import { keyOperations } from '#registry/keys/keys.api.ts'
import { keyringOf, type Keyring } from '#registry/keys/keyring.ts'
import { viewKeys } from '#registry/keys/keys.view.ts'
import { sealOperations } from '#registry/keys/seal.api.ts'
import { certificateLogOperations } from '#registry/log/certificate-log.api.ts'
import { logNameOf } from '#registry/log/checkpoint.queries.ts'
import { logOperations } from '#registry/log/log.api.ts'
import { enterSaid } from '#registry/log/say.ts'
import { bulkImportOperations } from '#registry/imports/imports.api.ts'
import { dueOperations } from '#registry/due/due.api.ts'
import { eventOperations } from '#registry/events/events.api.ts'
import { enterTold } from '#registry/events/tell.ts'
import { measurandKindOperations } from '#registry/measurand-kinds/measurand-kinds.api.ts'
import { normativeDocumentOperations } from '#registry/normative-documents/normative-documents.api.ts'
import { organizationOperations } from '#registry/organizations/organizations.api.ts'
import { apiKeyOperations } from '#registry/people/api-keys.api.ts'
import { authorizationOperations } from '#registry/people/authorizations.api.ts'
import { doorOf } from '#registry/people/door.ts'
import { identityOperations } from '#registry/people/identities.api.ts'
import { can, canWithKey, isAdministrator, rolesThatMay } from '#registry/people/may.ts'
import type { TokenReader } from '#registry/people/tokens/read-token.ts'
import { issuerLoginOf } from '#registry/people/sessions/issuer-login/issuer-login.ts'
import { sessionOperations } from '#registry/people/sessions/sessions.api.ts'
import { personOperations } from '#registry/people/people.api.ts'
import { recallOperations } from '#registry/recalls/recalls.api.ts'
import { policyOperations } from '#registry/policies/policies.api.ts'
import { proofOperations } from '#registry/proofs/proofs.api.ts'
import { referenceOperations } from '#registry/references/references.api.ts'
import { reportingRuleOperations } from '#registry/reporting-rules/reporting-rules.api.ts'
import { routeOperations } from '#registry/routes/routes.api.ts'
import { targetFault } from '#outbound/target.ts'
import { webhookSecrets } from '#registry/webhooks/webhook-secrets.ts'
import { webhookOperations } from '#registry/webhooks/webhooks.api.ts'
import { usageOperations } from '#registry/usages/usages.api.ts'
import { passingKey, secretBoxOf } from '#registry/secrets/secret-box.ts'
import { newSealingPem } from './keys.ts'
import { pressOf, type Press } from '#typesetting/press.ts'
import { certificatePage } from '#web/certificate/certificate-page.ts'
import { identifier } from '#web/ground/identify.ts'
import { stillPolicy } from '#web/ground/policy.ts'
import { addIssuerLogin } from '#web/login/issuer-routes.ts'
import { addPages } from '#web/pages.ts'

/** Every room, in the order in which the docs list them. */
export const operations: readonly Operation[] = [
  ...organizationOperations,
  ...reportingRuleOperations,
  ...personOperations,
  ...authorizationOperations,
  ...apiKeyOperations,
  ...identityOperations,
  ...sessionOperations,
  ...measurandKindOperations,
  ...normativeDocumentOperations,
  ...competenceOperations,
  ...comparisonOperations,
  ...equipmentOperations,
  ...limitedUseOperations,
  ...driftOperations,
  ...referenceOperations,
  ...usageOperations,
  ...calibrationOperations,
  ...prospectOperations,
  ...previewOperations,
  ...attachmentOperations,
  // Before certificates by number: of two paths that match, the first one answers.
  ...importOperations,
  ...templateOperations,
  ...dccMappingOperations,
  ...trustAnchorOperations,
  ...certificateOperations,
  ...validityOperations,
  ...hashOperations,
  ...keyOperations,
  ...sealOperations,
  ...logOperations,
  ...certificateLogOperations,
  ...proofOperations,
  ...traceabilityOperations,
  ...covarianceOperations,
  ...policyOperations,
  ...explanationOperations,
  ...routeOperations,
  ...impactOperations,
  ...recallOperations,
  // Before the kinds in general: of two paths that match, the first one answers.
  ...comparisonEvaluationOperations,
  ...conformityEvaluationOperations,
  ...statisticsEvaluationOperations,
  ...evaluationOperations,
  ...selfTestOperations,
  ...dueOperations,
  ...inventoryOperations,
  ...eventOperations,
  ...webhookOperations,
  ...bulkImportOperations,
  ...auditOperations,
]

export interface AppParts {
  readonly orm: MikroORM
  /** Public base URL, without a closing slash. */
  readonly origin: string
  readonly log: Log
  readonly clock: () => Date
  /** The key by which the node signs its statements; one that can be rotated is in a keyring. */
  readonly key: SigningKey | Keyring
  /** The key by which files are sealed; one that lasts as long as the process if absent. */
  readonly sealingKey?: SealingKey
  readonly version?: string
  readonly probes?: Probes
  readonly observe?: (answered: Answered) => void
  /** Webhooks may lead into private networks; not if absent. */
  readonly allowPrivateTargets?: boolean
  /** Comes when the service stops; never if absent. */
  readonly closing?: AbortSignal
  /** What runs long computations; as many threads as the machine has processors if absent. */
  readonly simulator?: Simulator
  /** What reads imported files; threads that end with the process, and no schemas, if absent. */
  readonly certificateReader?: CertificateReader
  /** What typesets certificates; a process that ends with this one if absent. */
  readonly press?: Press
  /** Reads tokens of the issuer that the node trusts; none are read if absent. */
  readonly tokens?: TokenReader
  /** As whom the node sends people to the issuer to sign in to the pages; nobody is sent there if absent. */
  readonly signIn?: {
    readonly issuer: string
    readonly clientId: string
    readonly clientSecret?: string | undefined
  }
  /** From which the keys are derived by which the node keeps secrets; one that ends with the process if absent. */
  readonly secretKey?: Uint8Array
  /** Throws while the clock of this machine cannot be trusted: nothing is recorded or signed then. */
  readonly assertClock?: () => void
  readonly limits?: Limits
  /** Origins whose pages may ask from a browser; none if absent. */
  readonly allowedOrigins?: readonly string[]
  /** In tests: what is not promised is a bug. */
  readonly strict?: boolean
}

export function createApp(parts: AppParts): Hono<HttpEnv> {
  const { origin, probes, version = '0.1.0' } = parts
  const { signIn, secretKey = passingKey() } = parts
  const setting = settingOf({ ...parts, secretKey })
  const app = httpApp(operations, setting)
  addDocumentation(app, operations, { origin, version, rolesThatMay })
  const { log, limits } = setting
  if (signIn) {
    const login = issuerLoginOf({ ...signIn, ...setting, secretKey })
    addIssuerLogin(app, { login, origin, limits, log })
  }
  if (probes) addHealth(app, probes)
  // Last: whatever path is nobody's has a page that says so.
  addPages(app, {
    origin,
    log,
    may: canWithKey,
    identify: identifier(setting),
    issuer: signIn?.issuer,
    limits,
  })
  return app
}

function settingOf(parts: AppParts & { readonly secretKey: Uint8Array }): Setting {
  const { orm, origin, log, clock, key, secretKey, observe, strict = false } = parts
  // Its threads begin with the first run, and end with the process.
  const { simulate } = parts.simulator ?? simulatorOf(availableParallelism())
  const { typeset } = parts.press ?? pressOf()
  const certificateReader = parts.certificateReader ?? certificateReaderOf({ schemaDir: undefined })
  const fork = () => orm.em.fork()
  const keyring = 'kid' in key ? keyringOf(key) : key
  const assertClock = parts.assertClock ?? (() => undefined)
  const sign = (payload: string, typ: string) => {
    assertClock()
    return signText(payload, typ, keyring.current())
  }
  return {
    origin,
    log,
    clock,
    fork,
    authenticate: doorOf({ fork, tokens: parts.tokens, issuer: issuerOf(parts) }),
    within: (actor, work) => within(standingOf(actor, actor !== null && isAdministrator(actor)), work),
    may: can,
    recordAct: (tx, act) =>
      asNode(tx, async () => {
        assertClock()
        await enterSaid(tx)
        await recordAct(tx, act)
        await enterTold(tx, act.at)
      }),
    recordActs: (tx, acts) =>
      asNode(tx, async () => {
        assertClock()
        for (const { em } of acts) await enterSaid(em)
        await recordActs(
          tx,
          acts.map(({ act }) => act),
        )
        for (const { em, act } of acts) await enterTold(em, act.at)
      }),
    asRefusal,
    isRetryable,
    isConnectionLost,
    facilities: {
      origin,
      targetFault: (url) => targetFault(url, { allowPrivate: parts.allowPrivateTargets === true }),
      webhookSecrets: secretBoxOf(secretKey, webhookSecrets),
      closing: parts.closing ?? new AbortController().signal,
      sign,
      keyring,
      logName: logNameOf(origin),
      get publishedKeys() {
        return viewKeys(new Map(), keyring.current())
      },
      presentValidity: presentValidity({ fork, signer: { origin, sign } }),
      simulate,
      certificateReader,
      typeset,
      tokenIssuer: issuerOf(parts),
      certificatePage: (page) => ({ html: certificatePage(page), policy: stillPolicy }),
      sealingKey: sealingKeyOf(parts),
    },
    strict,
    ...(observe && { observe }),
    ...(parts.limits && { limits: parts.limits }),
    ...(parts.allowedOrigins && { allowedOrigins: parts.allowedOrigins }),
  }
}

const issuerOf = ({ tokens, signIn }: AppParts): string | undefined => tokens?.issuer ?? signIn?.issuer

/** To find a key takes a while: where none is given, it is looked for when the first file is sealed. */
function sealingKeyOf({ sealingKey }: AppParts): () => SealingKey {
  let key = sealingKey
  return () => (key ??= sealingKeyFrom(newSealingPem(new Date())))
}
