import { pathOf, type Place } from '../content-model/place.ts'
import { fileHashOf } from './stated-hash.ts'
import type { UpstreamLink } from './dcc-read.ts'
import { rich } from './rich-text.ts'
import { fault, line, one, text, truth, within, type Reader } from './reader.ts'

/** hashType: which certificate is meant, and the hash that was written beside it. Its names changed with 3.0. */
export function readHash(reader: Reader, place: Place): UpstreamLink {
  const before = reader.attachments.length
  const description = rich(reader, place, 'description')
  const inValidityRange = truth(reader, place, 'inValidityRange')
  const traceable = truth(reader, place, 'traceable')
  const linked = within(one(reader, place, 'linkedReport'), (report) => readHash(reader, report))
  const link: UpstreamLink = {
    path: pathOf(place),
    referral: text(reader, place, 'referral', 'reference') ?? [],
    referralId: line(reader, place, 'referralID', 'referenceID') ?? '',
    procedure: line(reader, place, 'procedure') ?? '',
    value: line(reader, place, 'value') ?? '',
    ...(description && { description }),
    ...(inValidityRange !== undefined && { inValidityRange }),
    ...(traceable !== undefined && { traceable }),
    ...(linked && { linked }),
  }
  checkAttached(reader, place, link, before)
  return link
}

/** A certificate that is enclosed must be the one whose hash is stated; where it is another one, one of both is wrong. */
function checkAttached(reader: Reader, place: Place, link: UpstreamLink, before: number): void {
  const [enclosed, ...others] = reader.attachments.slice(before)
  const stated = fileHashOf(link)
  if (!enclosed || others.length > 0 || stated?.algorithm !== 'sha256' || stated.hex === enclosed.sha256)
    return
  fault(reader, place, 'attachment-hash', {
    en: `${enclosed.fileName} has the SHA-256 ${enclosed.sha256}, and ${stated.hex} is stated`,
    zh: `${enclosed.fileName} 的 SHA-256 为 ${enclosed.sha256}，而所述为 ${stated.hex}`,
  })
}
