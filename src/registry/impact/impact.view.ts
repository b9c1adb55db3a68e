import type { ImpactFigure, ImpactItem } from '#contract/types.ts'
import type { Actor } from '#http/actor.ts'
import { differenceFromCoherent, fromCoherent } from '#metrology/quantity/coherent-unit.ts'
import { parseUnit } from '#metrology/quantity/parse-unit.ts'
import { withoutNoise } from '#metrology/quantity/without-noise.ts'
import type { DecidedFigure } from '#metrology/traceability/impact/decision.ts'
import { mayReadDocument } from '../certificates/visible-to.queries.ts'
import { readerOf } from '../people/reader.ts'
import type { Between, Impacted, NamedResult } from './evaluate-downstream.ts'

/** A certificate that is not public is there for its parties only. */
export const isSeenBy = (actor: Actor, { row }: { readonly row: NamedResult }): boolean =>
  mayReadDocument(
    row.visibility,
    { issuer: row.issuerId, customer: row.customerId, owner: row.ownerId },
    readerOf(actor),
  )

/** `reader`: for whom the standards between are named, where that was asked. */
export function viewImpacted(
  { row, standards, depth, before, after, flipped, lost }: Impacted,
  reader?: Actor,
): ImpactItem {
  const stated = viewBefore(row, before)
  return {
    certificate: row.certificate,
    version: row.version,
    result: row.code,
    depth,
    equipment: row.equipment,
    component: row.component,
    issuer: row.issuer,
    owner: row.owner,
    unit: row.unit,
    before: stated,
    after: lost ? {} : after === before ? stated : viewFigure(after, row.unit),
    flipped,
    ...(reader && { standards: standards.map((one) => viewBetween(one, reader)) }),
    ...(lost && { lost }),
  }
}

function viewBetween(standard: Between, reader: Actor): NonNullable<ImpactItem['standards']>[number] {
  if (standard === 'subject') return { subject: true }
  if (!isSeenBy(reader, { row: standard })) return { withheld: true }
  return { certificate: standard.certificate, result: standard.code }
}

/** As it was certified: the figures of the row, which no conversion has touched. */
const viewBefore = (
  row: Impacted['row'],
  { conformity, conformanceProbability }: DecidedFigure,
): ImpactFigure => ({
  estimate: row.estimate,
  ...(row.U !== null && { U: row.U }),
  ...decision({ conformity, conformanceProbability }),
})

function viewFigure(figure: DecidedFigure, text: string): ImpactFigure {
  const unit = parseUnit(text)
  const { estimate, expandedUncertainty: U } = figure
  return {
    estimate: withoutNoise(fromCoherent(estimate, unit)),
    ...(U !== undefined && { U: withoutNoise(differenceFromCoherent(U, unit)) }),
    ...decision(figure),
  }
}

const decision = ({
  conformity,
  conformanceProbability,
}: Pick<DecidedFigure, 'conformity' | 'conformanceProbability'>) => ({
  ...(conformity !== undefined && { conformity }),
  ...(conformanceProbability !== undefined && { conformanceProbability }),
})
