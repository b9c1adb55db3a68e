import type { EntityManager } from '@mikro-orm/postgresql'
import { v7 } from 'uuid'
import type { ComparisonClosingEntry } from '#contract/types.ts'
import type { Actor } from '#http/actor.ts'
import { scoreRound } from '#metrology/interlaboratory/score-round.ts'
import { differenceToCoherent } from '#metrology/quantity/coherent-unit.ts'
import { parseUnit } from '#metrology/quantity/parse-unit.ts'
import { covarianceBetween } from '#metrology/traceability/influences/covariance.ts'
import { within } from '#refusal.ts'
import { requireOwn } from '../people/may.ts'
import { Person } from '../people/person.entity.ts'
import { chainRecords } from '../traceability/chain-records.ts'
import { chainsAbove } from '../traceability/chain.queries.ts'
import { ComparisonScore, type SealedFigures } from './comparison-result.entity.ts'
import { figuresOfAll } from './comparison.queries.ts'
import { noResults, roundClosed } from './comparison.refusals.ts'
import { ComparisonClosing, type Comparison } from './comparison.entity.ts'
import { refuseBefore, refuseToCome } from './days-of-round.ts'
import { figuresInRound, versionsNamed } from './figures-in-round.ts'

/** The reference value, and with it En of every result: computed once, when the seals are broken. */
export async function closeComparison(
  em: EntityManager,
  { round, stated }: { readonly round: Comparison; readonly stated: ComparisonClosingEntry },
  { actor, now }: { readonly actor: Actor; readonly now: Date },
): Promise<void> {
  requireOwn(actor, round.provider.id)
  if (round.closings.length > 0) throw roundClosed(roundClosed.definition.title)
  const results = round.results.getItems()
  if (results.length === 0) throw noResults(noResults.definition.title)
  for (const day of [round.openedOn, ...results.map(({ measuredOn }) => measuredOn)])
    refuseBefore(stated.closedOn, day, '/closedOn')
  refuseToCome(stated.closedOn, now, '/closedOn')
  const versions = await versionsNamed(em, stated.reference)
  const reference = within('/reference', () =>
    figuresInRound(stated.reference, { round, issuer: round.provider.id, versions }),
  )
  const { estimate, ...figures } = reference
  em.create(ComparisonClosing, {
    id: v7(),
    comparison: round,
    closedOn: stated.closedOn,
    reference: estimate,
    stated: stated.reference,
    ...figures,
    source: stated.reference.source ?? null,
    recordedBy: em.getReference(Person, actor.person.id),
    recordedAt: now,
  })
  const found = await figuresOfAll(em, round)
  const covariances = await covariancesWith(em, reference.certifiedResult, { round, found, now })
  const scored = results.map(({ id }) => ({ ...figuresOf(found, id), covariance: covariances.get(id) ?? 0 }))
  const scores = within('/reference', () => scoreRound(reference, scored))
  for (const [i, score] of scores.entries()) {
    const result = results[i]
    if (result) em.create(ComparisonScore, { id: v7(), result, ...score, recordedAt: now })
  }
  await em.flush()
}

type Found = ReadonlyMap<string, SealedFigures>

function figuresOf(found: Found, id: string) {
  const figures = found.get(id)
  if (!figures) throw new Error('Every result has figures')
  const { estimate, standardUncertainty, coverageFactor } = figures
  return { estimate, standardUncertainty, coverageFactor }
}

/** GUM F.1.2.3: of the results that are certified here, as the reference is, through the standards that they share. */
async function covariancesWith(
  em: EntityManager,
  reference: string | null,
  { round, found, now }: { readonly round: Comparison; readonly found: Found; readonly now: Date },
): Promise<ReadonlyMap<string, number>> {
  const certified = [...found].flatMap(([id, { certifiedResult }]) =>
    certifiedResult === null ? [] : [{ id, certifiedResult }],
  )
  if (reference === null || certified.length === 0) return new Map()
  const asked = [reference, ...certified.map(({ certifiedResult }) => certifiedResult)]
  const records = chainRecords(await chainsAbove(em, asked))
  const size = differenceToCoherent(1, parseUnit(round.unit))
  return new Map(
    certified.map(({ id, certifiedResult }) => {
      const found = covarianceBetween(records, [certifiedResult, reference], now)
      return [id, (found?.covariance ?? 0) / size ** 2]
    }),
  )
}
