import type { EntityManager } from '@mikro-orm/postgresql'
import type { DccIdentification, DccRead, UpstreamLink } from '#exchange/dcc/reading/dcc-read.ts'
import { statedHashOf } from '#exchange/dcc/reading/stated-hash.ts'
import type { Actor } from '#http/actor.ts'
import type { HeldCertificate, NearMiss, UpstreamOutcome } from './upstream-outcome.ts'
import {
  bareNumber,
  candidatesNumbered,
  certificatesOfDevices,
  certificatesResembling,
  type Candidate,
  type Resembling,
} from './upstream.queries.ts'

/** A link, and the device it is about. */
interface Named {
  readonly link: UpstreamLink
  readonly identifications: readonly DccIdentification[]
}

const mostLinks = 10_000

/** Every certificate above that a file names, through all its stages, held against those of this registry. */
export async function resolveUpstream(
  em: EntityManager,
  read: DccRead,
  actor: Actor,
): Promise<readonly UpstreamOutcome[]> {
  const named = linksOf(read).slice(0, mostLinks)
  if (named.length === 0) return []
  const numbers = [...new Set(named.flatMap(({ link }) => numbersIn(link)))]
  const serials = [...new Set(named.flatMap(({ identifications }) => serialNumbersIn(identifications)))]
  const candidates = Map.groupBy(await candidatesNumbered(em, numbers, actor), ({ number }) => number)
  const bare = numbers.map(bareNumber).filter((number) => number.length >= 4)
  const resembling = Map.groupBy(await certificatesResembling(em, bare, actor), ({ key }) => key)
  const devices = Map.groupBy(await certificatesOfDevices(em, serials, actor), ({ key }) => key)
  return named.map((each) => outcomeOf(each, { candidates, resembling, devices }))
}

function linksOf({ certificate, equipment, conditions }: DccRead): readonly Named[] {
  const first: readonly { link: UpstreamLink | undefined; identifications: readonly DccIdentification[] }[] =
    [
      ...equipment.map(({ certificate: link, identifications }) => ({ link, identifications })),
      ...conditions.map(({ certificate: link }) => ({ link, identifications: [] })),
      { link: certificate.previous, identifications: [] },
    ]
  return first.flatMap(({ link, identifications }) => (link ? stagesOf({ link, identifications }) : []))
}

/** The certificate of a standard, and those of several stages back that it encloses. */
const stagesOf = (named: Named): readonly Named[] => [
  named,
  ...(named.link.linked ? stagesOf({ link: named.link.linked, identifications: [] }) : []),
]

/** The number stands in the ID, or in the referral with "-" as ID, or several stand in several texts of one referral. */
function numbersIn({ referral, referralId }: UpstreamLink): readonly string[] {
  const written = [referralId, ...referral.map(({ text }) => text)].map((text) => text.trim())
  return [...new Set(written)].filter((text) => /[\p{L}\p{N}]/u.test(text) && text.length <= 200).slice(0, 50)
}

const serialNumbersIn = (identifications: readonly DccIdentification[]): readonly string[] =>
  identifications.filter(({ issuer }) => issuer === 'manufacturer').map(({ value }) => value)

interface Holdings {
  readonly candidates: ReadonlyMap<string, readonly Candidate[]>
  readonly resembling: ReadonlyMap<string, readonly Resembling[]>
  readonly devices: ReadonlyMap<string, readonly Resembling[]>
}

function outcomeOf({ link, identifications }: Named, holdings: Holdings): UpstreamOutcome {
  const named = numbersIn(link)
  const found = named.flatMap((number) => holdings.candidates.get(number) ?? [])
  const stated = statedHashOf(link)
  const verified = stated ? found.filter((candidate) => hasHash(candidate, stated.hex)) : []
  const held = (verified.length > 0 ? verified : found).slice(0, 20).map(heldOf)
  return {
    path: link.path,
    named,
    procedure: link.procedure,
    value: link.value,
    outcome:
      verified.length > 0
        ? 'verified'
        : found.length === 0
          ? 'unknown'
          : stated
            ? 'mismatch'
            : 'not-checkable',
    held,
    nearMisses: found.length > 0 ? [] : nearMisses(named, serialNumbersIn(identifications), holdings),
  }
}

/** The hash is of the file as it was issued, or of its canonical form without the signature: both are compared. */
const hasHash = ({ sha256, signedDigests }: Candidate, hex: string): boolean =>
  sha256 === hex || signedDigests.includes(hex)

const heldOf = ({ kind, number, issuer, sha256, ended }: Candidate): HeldCertificate => ({
  kind,
  number,
  issuer,
  sha256,
  ...(ended && { ended }),
})

function nearMisses(
  numbers: readonly string[],
  serials: readonly string[],
  holdings: Holdings,
): readonly NearMiss[] {
  const byNumber = numbers.flatMap((number) => holdings.resembling.get(bareNumber(number)) ?? [])
  const bySerial = serials.flatMap((serial) => holdings.devices.get(serial) ?? [])
  return [
    ...byNumber.map(({ number, issuer }) => ({ number, issuer, by: 'number' as const })),
    ...bySerial.map(({ number, issuer }) => ({ number, issuer, by: 'serial-number' as const })),
  ].slice(0, 5)
}
