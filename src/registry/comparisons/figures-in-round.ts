import type { EntityManager } from '@mikro-orm/postgresql'
import type { ComparisonFiguresEntry, Quantity } from '#contract/types.ts'
import { convertDifference, convertValue } from '#metrology/quantity/convert.ts'
import { toCoherent } from '#metrology/quantity/coherent-unit.ts'
import { parseUnit } from '#metrology/quantity/parse-unit.ts'
import { plainNumber } from '#metrology/quantity/plain-number.ts'
import { toNumber } from '#metrology/quantity/reported-number.ts'
import { within } from '#refusal.ts'
import type { CalibrationResult } from '../calibrations/calibration-result.entity.ts'
import { certificatesNumbered, type NumberedCertificate } from '../calibrations/calibration.queries.ts'
import { checkQuantity } from '../calibrations/results/result-draft.ts'
import type { Comparison } from './comparison.entity.ts'
import { figuresIncomplete, otherMeasurand, unknownCertifiedResult } from './comparison.refusals.ts'

/** In the unit of the round. */
export interface FiguresInRound {
  readonly certificate: string | null
  readonly certifiedResult: string | null
  readonly estimate: number
  readonly standardUncertainty: number
  readonly coverageFactor: number
}

/** Every version of the certificate that figures are taken from; none where they are stated. */
export const versionsNamed = (em: EntityManager, { certificate }: ComparisonFiguresEntry) =>
  certificate === undefined ? Promise.resolve([]) : certificatesNumbered(em, [certificate])

interface Context {
  readonly round: Comparison
  /** Whose certificates may be taken whatever their visibility. */
  readonly issuer: string
  readonly versions: readonly NumberedCertificate[]
}

/** Those of a certified result, else what is stated. Refusals point into the figures. */
export function figuresInRound(
  stated: ComparisonFiguresEntry,
  { round, issuer, versions }: Context,
): FiguresInRound {
  if (stated.certificate === undefined) return statedFigures(stated, round)
  const result = certifiedResult(stated, versions, issuer)
  requireSameMeasurand(result, round)
  const { standardUncertainty: u, coverageFactor: k } = result
  if (u == null || k == null) {
    const detail = {
      en: `${stated.certificate} states no U with k`,
      zh: `${stated.certificate} 未给出带 k 的 U`,
    }
    throw figuresIncomplete(detail, {}, { pointer: '/certificate' })
  }
  const [from, to] = [parseUnit(result.unit), parseUnit(round.unit)]
  return {
    certificate: stated.certificate,
    certifiedResult: result.id,
    estimate: convertValue(result.estimate, from, to),
    standardUncertainty: convertDifference(u, from, to),
    coverageFactor: k,
  }
}

function certifiedResult(
  { certificate: number = '', version, result: code }: ComparisonFiguresEntry,
  versions: readonly NumberedCertificate[],
  issuer: string,
): CalibrationResult {
  const certificate = versions.find(({ edition }) => edition === (version ?? edition))
  const isReadable = certificate?.issuer.id === issuer || certificate?.visibility === 'public'
  const results = certificate && isReadable ? certificate.calibration.$.results.getItems() : []
  const found =
    code === undefined && results.length === 1 ? results[0] : results.find((one) => one.code === code)
  if (found) return found
  const named = code === undefined ? number : `${number}/${code}`
  const detail = {
    en: `There is no result ${named}; a certificate with several results needs the code of one`,
    zh: `没有结果 ${named}；证书含多个结果时须指明其一`,
  }
  throw unknownCertifiedResult(detail, {}, { pointer: '/certificate' })
}

/** The same kind of measurand at the same point, or a result that is declared valid there. */
function requireSameMeasurand(result: CalibrationResult, round: Comparison): void {
  const isThere = result.measurandKind.id === round.measurandKind.id && isAtPoint(result, round)
  if (isThere) return
  const at = `${round.nominal} ${round.nominalUnit}`
  const detail = { en: `The round is at ${at}`, zh: `该轮次的测量点为 ${at}` }
  throw otherMeasurand(detail, {}, { pointer: '/certificate' })
}

function isAtPoint(result: CalibrationResult, { nominal, nominalUnit }: Comparison): boolean {
  const wanted = toCoherent(nominal, parseUnit(nominalUnit))
  const near = (value: number) => Math.abs(value - wanted) <= Math.abs(wanted) * 1e-9
  const { intervalLower, intervalUpper, intervalUnit } = result
  if (intervalLower != null && intervalUpper != null && intervalUnit != null) {
    const unit = parseUnit(intervalUnit)
    if (toCoherent(intervalLower, unit) <= wanted && wanted <= toCoherent(intervalUpper, unit)) return true
  }
  return near(toCoherent(result.nominal, parseUnit(result.nominalUnit)))
}

function statedFigures(
  { estimate, expandedUncertainty, coverageFactor }: ComparisonFiguresEntry,
  { unit, measurandKind }: Comparison,
): FiguresInRound {
  if (!estimate || !expandedUncertainty || coverageFactor === undefined) {
    throw figuresIncomplete(figuresIncomplete.definition.title)
  }
  const kind = measurandKind.getEntity()
  const read = (member: string, quantity: Quantity) =>
    within(`/${member}`, () => {
      checkQuantity(quantity, [unit], kind.code)
      return { value: plainNumber(quantity.value), from: parseUnit(quantity.unit) }
    })
  const x = read('estimate', estimate)
  const U = read('expandedUncertainty', expandedUncertainty)
  const k = within('/coverageFactor', () => positive(toNumber(plainNumber(coverageFactor))))
  const expanded = within('/expandedUncertainty/value', () =>
    positive(convertDifference(U.value, U.from, parseUnit(unit))),
  )
  return {
    certificate: null,
    certifiedResult: null,
    estimate: convertValue(x.value, x.from, parseUnit(unit)),
    standardUncertainty: within('/coverageFactor', () => positive(expanded / k)),
    coverageFactor: k,
  }
}

function positive(figure: number): number {
  if (figure > 0 && Number.isFinite(figure)) return figure
  throw figuresIncomplete({ en: `${figure} is not greater than zero`, zh: `${figure} 不大于零` })
}
