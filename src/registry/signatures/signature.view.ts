import type { CertificateView } from '#contract/types.ts'
import type { SignedAct } from './signature.queries.ts'

type Signature = NonNullable<CertificateView['signatures']>[number]

/** As it stands on the document: name, moment and meaning (21 CFR 11.50), and what it is bound to. */
export const viewSignature = (act: SignedAct): Signature => ({
  meaning: act.meaning,
  person: act.person.$.code,
  name: act.name,
  at: act.at.toISOString(),
  contentSha256: act.contentSha256,
})
