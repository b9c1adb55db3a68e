import type { ImpactHypothesis, Quantity } from '#contract/types.ts'
import { coherent, differenceToCoherent, toCoherent } from '#metrology/quantity/coherent-unit.ts'
import { convertDifference, sameDimension } from '#metrology/quantity/convert.ts'
import { parseUnit } from '#metrology/quantity/parse-unit.ts'
import { plainNumber } from '#metrology/quantity/plain-number.ts'
import { toNumber } from '#metrology/quantity/reported-number.ts'
import { supposed, type ChangedStandard, type Hypothesis } from '#metrology/traceability/impact/hypothesis.ts'
import { within } from '#refusal.ts'
import {
  hypothesisContradicts,
  hypothesisEmpty,
  hypothesisOfOtherKind,
  supposedUncertaintyNotPositive,
} from './impact.refusals.ts'
import type { Standard } from './subject.queries.ts'

/** By the key under which a link names it (`upstreamKey`). */
export type Changes = ReadonlyMap<string, ChangedStandard>

const figures = ['shift', 'driftPerYear', 'expandedUncertainty'] as const
type Figure = (typeof figures)[number]

/**
 * What is supposed of each standard of the subject, in coherent units. Of a multimeter a shift in volts concerns the
 * results in volts and no others; it must concern one of them at least.
 */
export function suppose(
  standards: readonly Standard[],
  stated: ImpactHypothesis,
  keyOf: (standard: Standard) => string,
): Changes {
  refuseMeaningless(stated)
  const changes = new Map<string, ChangedStandard>()
  for (const standard of standards) {
    const hypothesis = hypothesisOn(standard, stated)
    if (hypothesis) changes.set(keyOf(standard), supposed(coherentFigures(standard), hypothesis))
  }
  if (changes.size === 0 && standards.length > 0) throw ofOtherKind(standards, stated)
  return changes
}

function refuseMeaningless(stated: ImpactHypothesis): void {
  const named = figures.filter((figure) => stated[figure] !== undefined)
  const place = { pointer: '/hypothesis' }
  if (named.length === 0 && stated.revoked !== true) {
    throw hypothesisEmpty(
      {
        en: 'State a shift, a drift, an expanded uncertainty, or that it is revoked',
        zh: '请给出偏移、漂移、扩展不确定度或撤销之一',
      },
      {},
      place,
    )
  }
  if (named.length > 0 && stated.revoked === true) {
    throw hypothesisContradicts(hypothesisContradicts.definition.title, {}, place)
  }
  for (const figure of named) within(`/hypothesis/${figure}`, () => checkFigure(figure, stated[figure]))
}

function checkFigure(figure: Figure, stated: Quantity | undefined): void {
  if (stated === undefined) return
  const value = within('/value', () => toNumber(plainNumber(stated.value)))
  within('/unit', () => parseUnit(stated.unit))
  if (figure !== 'expandedUncertainty' || value > 0) return
  throw supposedUncertaintyNotPositive(
    { en: `It is ${stated.value}`, zh: `给出的值为 ${stated.value}` },
    {},
    { pointer: '/value' },
  )
}

/** Undefined where a figure is in a unit that is not the standard's. */
function hypothesisOn(standard: Standard, stated: ImpactHypothesis): Hypothesis | undefined {
  if (stated.revoked === true) return { revoked: true }
  const hypothesis: { [F in Figure]?: number } = {}
  for (const figure of figures) {
    const quantity = stated[figure]
    if (quantity === undefined) continue
    const difference = within(`/hypothesis/${figure}`, () => differenceOn(standard, quantity))
    if (difference === undefined) return undefined
    hypothesis[figure] = difference
  }
  return hypothesis
}

/** A difference in a unit of the quantity, or as a part of its value (µV/V, %) where the quantity is no ratio itself. */
function differenceOn(standard: Standard, { value, unit: text }: Quantity): number | undefined {
  const unit = parseUnit(text)
  const own = parseUnit(standard.unit)
  const digits = plainNumber(value)
  if (sameDimension(unit, own)) {
    const isOtherKind = unit.quantityKind && own.quantityKind && unit.quantityKind !== own.quantityKind
    return isOtherKind ? undefined : within('/unit', () => convertDifference(digits, unit, coherent(own)))
  }
  if (!sameDimension(unit, parseUnit('1')) || own.scale.kind !== 'linear') return undefined
  return differenceToCoherent(digits, unit) * Math.abs(toCoherent(standard.estimate, own))
}

function coherentFigures(standard: Standard) {
  const unit = parseUnit(standard.unit)
  const difference = (stated: number | null) =>
    stated === null ? undefined : differenceToCoherent(stated, unit)
  return {
    estimate: toCoherent(standard.estimate, unit),
    standardUncertainty: difference(standard.standardUncertainty),
    expandedUncertainty: difference(standard.expandedUncertainty),
    coverageFactor: standard.coverageFactor ?? undefined,
    finished: standard.finishedAt ?? undefined,
  }
}

function ofOtherKind(standards: readonly Standard[], stated: ImpactHypothesis) {
  const units = [...new Set(standards.map(({ unit }) => unit))].slice(0, 10)
  const wrong = figures.find((figure) => {
    const quantity = stated[figure]
    return quantity && standards.every((standard) => differenceOn(standard, quantity) === undefined)
  })
  return hypothesisOfOtherKind(
    { en: `The subject is stated in ${units.join(', ')}`, zh: `对象的单位为 ${units.join('、')}` },
    { units },
    { pointer: wrong === undefined ? '/hypothesis' : `/hypothesis/${wrong}/unit` },
  )
}
