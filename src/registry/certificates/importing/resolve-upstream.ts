import type { EntityManager } from '@mikro-orm/postgresql'
import type { DccIdentification, DccRead, UpstreamLink } from '#exchange/dcc/reading/dcc-read.ts'
import { statedHashOf } from '#exchange/dcc/reading/stated-hash.ts'
import type { Actor } from '#http/actor.ts'
import type { HeldCertificate, NearMiss, UpstreamOutcome } from './upstream-outcome.ts'
import {
  candidatesNumbered,
  certificatesOfDevices,
  certificatesWritten,
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
  const candidates = Map.groupBy(await candidatesNumbered(em, numbers, actor), ({ number }) => number)
  const missing = named.filter(({ link }) => !numbersIn(link).some((number) => candidates.has(number)))
  const nearMisses = missing.length > 0 ? await nearMissesOf(em, missing, actor) : () => []
  return named.map((each) => {
    const outcome = outcomeOf(each, candidates)
    return outcome.outcome === 'unknown' ? { ...outcome, nearMisses: nearMisses(each) } : outcome
  })
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

function outcomeOf({ link }: Named, candidates: ReadonlyMap<string, readonly Candidate[]>): UpstreamOutcome {
  const named = numbersIn(link)
  const found = named.flatMap((number) => candidates.get(number) ?? [])
  const stated = statedHashOf(link)
  const verified = stated ? found.filter((candidate) => hasHash(candidate, stated.hex)) : []
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
    held: (verified.length > 0 ? verified : found).slice(0, 20).map(heldOf),
    nearMisses: [],
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

/** Other writings of a number: "NMI 2025/0001" and "NMI-2025-0001" differ in nothing that is said. */
function writingsOf(number: string): readonly string[] {
  const parts = number.normalize('NFKC').match(/[\p{L}\p{N}]+/gu) ?? []
  const joined = ['-', '', '_', '.'].map((sign) => parts.join(sign)).filter((text) => text.length >= 4)
  return [...new Set([...joined, ...joined.map((text) => text.toUpperCase())])]
}

/** For the links whose number nobody has: certificates under another writing of it, or of a device with that serial number. */
async function nearMissesOf(em: EntityManager, missing: readonly Named[], actor: Actor) {
  const writings = [...new Set(missing.flatMap(({ link }) => numbersIn(link).flatMap(writingsOf)))]
  const serials = [...new Set(missing.flatMap(({ identifications }) => serialNumbersIn(identifications)))]
  const written = Map.groupBy(await certificatesWritten(em, writings, actor), ({ key }) => key)
  const devices = Map.groupBy(await certificatesOfDevices(em, serials, actor), ({ key }) => key)
  return ({ link, identifications }: Named): readonly NearMiss[] =>
    [
      ...numbersIn(link)
        .flatMap(writingsOf)
        .flatMap((number) => missesIn(written, number, 'number')),
      ...serialNumbersIn(identifications).flatMap((serial) => missesIn(devices, serial, 'serial-number')),
    ].slice(0, 5)
}

const missesIn = (
  rows: ReadonlyMap<string, readonly Resembling[]>,
  key: string,
  by: NearMiss['by'],
): readonly NearMiss[] => (rows.get(key) ?? []).map(({ number, issuer }) => ({ number, issuer, by }))
