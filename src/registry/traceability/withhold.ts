import { mayReadDocument } from '../certificates/visible-to.queries.ts'
import type { Reader } from '../people/reader.ts'
import type { CertificateRow, ChainRows, DispositionRow, ResultRow } from './chain-rows.ts'

export { readerOf } from '../people/reader.ts'

/** A certificate that is not public is there for its parties only. */
export function isVisible(rows: ChainRows, number: string, reader: Reader): boolean {
  const versions = rows.certificates.filter((one) => one.number === number)
  const newest = versions.toSorted((a, b) => b.edition - a.edition)[0]
  return newest !== undefined && isSeen(rows, newest, reader)
}

function isSeen(rows: ChainRows, certificate: CertificateRow, reader: Reader): boolean {
  if (certificate.visibility === 'public') return true
  const work = rows.calibrations.find(({ id }) => id === certificate.calibration)
  const owner = rows.equipment.find(({ id }) => id === work?.equipment)?.owner
  const parties = { issuer: work?.laboratory, customer: work?.customer, owner }
  return mayReadDocument(certificate.visibility, parties, reader)
}

/**
 * The same chain without what would tell a stranger of certificates that are not for them: numbers, items, people and causes stand as
 * `withheld-1`, alike wherever they occur. What the rules read stays, so the verdict and every figure are the same for everybody. `asked` is the item that the reader has named.
 */
export function withheld(rows: ChainRows, reader: Reader, asked?: string): ChainRows {
  const numbers = [...new Set(rows.certificates.map(({ number }) => number))]
  const hidden = new Set(numbers.filter((number) => !isVisible(rows, number, reader)))
  if (hidden.size === 0) return rows
  const isHidden = ({ number }: { readonly number: string }) => hidden.has(number)
  const shown = rows.certificates.filter((one) => !isHidden(one))
  const number = masks('withheld', hidden)
  const code = masks('withheld-item', itemsOnly(rows, shown, asked))
  const person = masks('withheld-person', peopleOnly(rows, shown))
  const decided = ({ dispositions }: ResultRow) =>
    dispositions?.map((one) => ({ ...one, about: maskedSubject(one.about, number, code) })) ?? null
  return {
    ...rows,
    results: rows.results.map((one) => (one.dispositions ? { ...one, dispositions: decided(one) } : one)),
    certificates: rows.certificates.map((one) => ({
      ...one,
      number: number(one.number),
      performer: one.performer && person(one.performer),
      reviewer: one.reviewer && person(one.reviewer),
      signatory: one.signatory && person(one.signatory),
    })),
    events: rows.events.map((one) => ({
      ...one,
      number: number(one.number),
      cause: isHidden(one) && one.cause !== null ? '—' : one.cause,
    })),
    calibrations: rows.calibrations.map((one) => ({
      ...one,
      operator: one.operator && person(one.operator),
      reviewer: one.reviewer && person(one.reviewer),
    })),
    authorizations: rows.authorizations.map((one) => ({ ...one, person: person(one.person) })),
    equipment: rows.equipment.map((one) => ({ ...one, code: code(one.code) })),
  }
}

type Mask = (name: string) => string

function maskedSubject(about: DispositionRow['about'], number: Mask, code: Mask): DispositionRow['about'] {
  if ('certificate' in about) return { ...about, certificate: number(about.certificate) }
  return 'equipment' in about ? { ...about, equipment: code(about.equipment) } : about
}

function masks(word: string, hidden: ReadonlySet<string>): Mask {
  const named = new Map([...hidden].toSorted().map((name, i) => [name, `${word}-${i + 1}`]))
  return (name) => named.get(name) ?? name
}

/** Codes of items that no certificate which is shown is about; named as a standard on one, an item is no secret. */
function itemsOnly(
  rows: ChainRows,
  shown: readonly CertificateRow[],
  asked: string | undefined,
): ReadonlySet<string> {
  const calibrations = new Set(shown.map(({ calibration }) => calibration))
  const certified = new Set(rows.certificates.map(({ calibration }) => calibration))
  const told = rows.calibrations.filter(({ id }) => calibrations.has(id) || !certified.has(id))
  const named = rows.links.map(({ upstreamEquipment }) => upstreamEquipment)
  const open = new Set([...told.map(({ equipment }) => equipment), ...named])
  const hidden = rows.equipment.filter(({ id, code }) => !open.has(id) && code !== asked)
  return new Set(hidden.map(({ code }) => code))
}

function peopleOnly(rows: ChainRows, shown: readonly CertificateRow[]): ReadonlySet<string> {
  const calibrations = new Set(shown.map(({ calibration }) => calibration))
  const actors = (open: boolean) => [
    ...rows.certificates
      .filter((one) => calibrations.has(one.calibration) === open)
      .flatMap(({ performer, reviewer, signatory }) => [performer, reviewer, signatory]),
    ...rows.calibrations
      .filter(({ id }) => calibrations.has(id) === open)
      .flatMap(({ operator, reviewer }) => [operator, reviewer]),
  ]
  const known = new Set(actors(true))
  return new Set(actors(false).filter((one) => one !== null && !known.has(one)) as string[])
}
