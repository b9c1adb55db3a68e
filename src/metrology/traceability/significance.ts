import type { Chain, ChainLink } from './graph.ts'
import type { StoredInput } from '#metrology/budget/stored-budget.ts'

import type { ResultRecord } from './records.ts'
import type { Shares } from './shares.ts'

/*
 * A share of u² is judged in the budget of the result the input went into, and a branch counts while every step of it does.
 * Judged against the asked result instead, four steps of 1:3 would already let the national standard fall below 1 %.
 * Inputs that hand on the measurand's own kind count whatever their share, because the chain IS them; where there is none, the
 * largest of those that come from elsewhere. Without this a standard ten times better than its item (share 1 %) need not exist.
 */

/** Inputs of a budget that need a branch of their own and have no link. */
export function inputsWithoutBranch(
  result: ResultRecord,
  links: readonly ChainLink[],
  shares: Shares,
  significantShare: number,
): readonly StoredInput[] {
  const linked = new Set(links.map((link) => link.record.input))
  const largest = largestShare(result, links, shares)
  return bare(result, linked).filter(
    (input) =>
      counts(shareOfInput(result, input), largest, significantShare) ||
      input.measurandKind === result.measurandKind,
  )
}

/** Keys of the links that lie on a significant branch. */
export function significantLinks(
  chain: Chain,
  shares: Shares,
  significantShare: number,
): ReadonlySet<string> {
  const nodes = new Set([chain.subject.id])
  const keys = new Set<string>()
  for (const id of chain.order) {
    const node = chain.nodes.get(id)
    if (!nodes.has(id) || node?.kind !== 'result') continue
    const links = chain.linksInto(id)
    const largest = largestShare(node.result, links, shares)
    for (const link of links) {
      const share = shares.ofResult.get(link.key)
      const sameKind = link.record.expectedMeasurandKind === node.result.measurandKind
      if (!sameKind && share !== undefined && !counts(share, largest, significantShare)) continue
      keys.add(link.key)
      nodes.add(link.from)
    }
  }
  return keys
}

const counts = (share: number, largest: number, significantShare: number) =>
  share >= significantShare || share >= largest

const bare = (result: ResultRecord, linked: ReadonlySet<string>) =>
  (result.budget?.inputs ?? []).filter(
    (input) => input.measurandKind !== undefined && !linked.has(input.symbol),
  )

/**
 * The share from which an input is the principal one, where none hands on the measurand's own kind. Over all inputs that need a
 * branch, linked or not: else cutting the largest would promote the next.
 */
function largestShare(result: ResultRecord, links: readonly ChainLink[], shares: Shares): number {
  const linked = new Set(links.map((link) => link.record.input))
  const unlinked = bare(result, linked)
  const kinds = [
    ...links.map((link) => link.record.expectedMeasurandKind),
    ...unlinked.map((input) => input.measurandKind),
  ]
  if (kinds.includes(result.measurandKind)) return Infinity
  const known = links.map((link) => shares.ofResult.get(link.key) ?? 0)
  return Math.max(0, ...known, ...unlinked.map((input) => shareOfInput(result, input)))
}

const variance = (one: StoredInput) => (one.sensitivity * one.standardUncertainty) ** 2

function shareOfInput(result: ResultRecord, input: StoredInput): number {
  const total = (result.budget?.inputs ?? []).reduce((sum, one) => sum + variance(one), 0)
  return total > 0 ? variance(input) / total : 1
}
