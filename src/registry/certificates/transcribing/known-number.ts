import type { EntityManager } from '@mikro-orm/postgresql'
import type { CertificateTranscription } from '#contract/types.ts'
import { canonicalText } from '#evidence/canonical-form.ts'
import { sha256Hex } from '#evidence/digest.ts'
import type { Actor } from '#http/actor.ts'
import { requireEitherOwn } from '../../people/may.ts'
import { readerOf } from '../../people/reader.ts'
import { Certificate } from '../certificate.entity.ts'
import { eventsOf, versionsNumbered, waitForTurn, type CertificateVersion } from '../certificate.queries.ts'
import {
  amendedElsewhere,
  certificateNumberTaken,
  noLongerInForce,
  nothingToAmend,
  otherItem,
} from '../certificate.refusals.ts'
import { mayReadDocument } from '../visible-to.queries.ts'

const statedSha256 = (stated: unknown): string => sha256Hex(canonicalText(stated))

/** The same body was recorded before, by whoever may read it: the very record, and no second one. */
export async function recordedAlike(
  em: EntityManager,
  stated: CertificateTranscription,
  actor: Actor,
): Promise<boolean> {
  const newest = await newestNumbered(em, stated.number)
  return newest !== undefined && isReadable(newest, actor) && sha256OfStated(newest) === statedSha256(stated)
}

/**
 * The version that this transcription follows: none for a new number; for a number that is known, the newest if its issuer
 * has amended it. Otherwise two different statements have one number, and both hashes are told.
 */
export async function formerOf(
  em: EntityManager,
  stated: CertificateTranscription,
  actor: Actor,
): Promise<CertificateVersion | undefined> {
  const { number, amendment } = stated
  if (amendment) await waitForTurn(em, number)
  const newest = await newestNumbered(em, number)
  if (!newest) {
    if (!amendment) return undefined
    throw nothingToAmend(
      { en: `No certificate ${number} is recorded`, zh: `尚未登记证书 ${number}` },
      { number },
      { pointer: '/amendment' },
    )
  }
  if (!amendment) throw taken(newest, stated, actor)
  await requireAmendable(em, newest, stated, actor)
  return newest
}

async function newestNumbered(em: EntityManager, number: string): Promise<CertificateVersion | undefined> {
  if ((await em.count(Certificate, { number })) === 0) return undefined
  return (await versionsNumbered(em, number))[0]
}

const sha256OfStated = ({ calibration }: CertificateVersion): string => statedSha256(calibration.$.stated)

function isReadable({ visibility, issuer, calibration }: CertificateVersion, actor: Actor): boolean {
  const { customer, equipment } = calibration.$
  const parties = { issuer: issuer.id, customer: customer?.id, owner: equipment.$.owner.id }
  return mayReadDocument(visibility, parties, readerOf(actor))
}

function taken(newest: CertificateVersion, stated: CertificateTranscription, actor: Actor) {
  const { number } = stated
  const hashes = isReadable(newest, actor)
    ? { recordedSha256: sha256OfStated(newest), sentSha256: statedSha256(stated) }
    : {}
  return certificateNumberTaken(
    {
      en: `${number} is recorded and says something else; if its issuer amended it, send it with amendment`,
      zh: `${number} 已登记且内容不同；如系签发机构的修正，请附 amendment`,
    },
    { number, ...hashes },
    { pointer: '/number' },
  )
}

/** The issuer's amendment concerns the same item, and a certificate from elsewhere that has not ended. */
async function requireAmendable(
  em: EntityManager,
  newest: CertificateVersion,
  { number, issuer, item }: CertificateTranscription,
  actor: Actor,
): Promise<void> {
  const { equipment, component } = newest.calibration.$
  requireEitherOwn(actor, [equipment.$.owner.id, newest.issuer.id], '/item/equipment')
  if (newest.origin !== 'transcribed') {
    throw amendedElsewhere(amendedElsewhere.definition.title, { number }, { pointer: '/amendment' })
  }
  const isSame =
    newest.issuer.$.code === issuer &&
    equipment.$.code === item.equipment &&
    component.$.code === (item.component ?? 'main')
  if (!isSame) throw otherItem(otherItem.definition.title, { number }, { pointer: '/item' })
  const ended = (await eventsOf(em, number)).find(({ kind }) => kind !== 'checked')
  if (!ended) return
  throw noLongerInForce({ en: `It was ${ended.kind}`, zh: '已撤销或撤回' }, {}, { pointer: '/amendment' })
}
