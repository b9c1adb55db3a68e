import type { StoredInput } from '#metrology/budget/stored-budget.ts'

import type { Chain, ChainLink } from './graph.ts'
import type { LinkRecord, ResultRecord } from './records.ts'
import { sharesOfResult } from './shares.ts'
import type { Shares } from './shares.ts'

/*
 * A share of u² is judged in the budget of the result the input went into, and a branch counts while every step of it does.
 * Judged against the asked result instead, four steps of 1:3 would already let the national standard fall below 1 %.
 * Inputs that hand on the measurand's own kind count whatever their share, because the chain IS them; where there is none, the
 * largest of those that come from elsewhere. Without this a standard ten times better than its item (share 1 %) need not exist.
 */

/** An input that comes from elsewhere, and its part of u² of the result; undefined where the budget does not tell. */
interface Branch {
  readonly record: LinkRecord
  readonly share: number | undefined
}

/** Inputs of a budget that need a branch of their own and have no link. */
export function inputsWithoutBranch(
  result: ResultRecord,
  links: readonly ChainLink[],
  shares: Shares,
  significantShare: number,
): readonly StoredInput[] {
  const branches = branchesOf(links, shares)
  const largest = largestShare(result, branches)
  return bare(result, branches).filter(
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
    const branches = branchesOf(links, shares)
    const largest = largestShare(node.result, branches)
    for (const [i, link] of links.entries()) {
      const branch = branches[i]
      if (!branch || !isSignificant(node.result, branch, largest, significantShare)) continue
      keys.add(link.key)
      nodes.add(link.from)
    }
  }
  return keys
}

/** The inputs of one result that come from elsewhere and count, told by the result alone. */
export function significantInputs(result: ResultRecord, significantShare: number): ReadonlySet<string> {
  const shares = sharesOfResult(result, result.links)
  const branches = result.links.map((record, i) => ({ record, share: shares[i] }))
  const largest = largestShare(result, branches)
  const significant = branches.filter((one) => isSignificant(result, one, largest, significantShare))
  return new Set(significant.map(({ record }) => record.input))
}

const branchesOf = (links: readonly ChainLink[], shares: Shares): Branch[] =>
  links.map(({ record, key }) => ({ record, share: shares.ofResult.get(key) }))

function isSignificant(
  result: ResultRecord,
  { record, share }: Branch,
  largest: number,
  significantShare: number,
): boolean {
  const isSameKind = record.expectedMeasurandKind === result.measurandKind
  return isSameKind || share === undefined || counts(share, largest, significantShare)
}

const counts = (share: number, largest: number, significantShare: number) =>
  share >= significantShare || share >= largest

function bare(result: ResultRecord, branches: readonly Branch[]): StoredInput[] {
  const linked = new Set(branches.map(({ record }) => record.input))
  return (result.budget?.inputs ?? []).filter(
    (input) => input.measurandKind !== undefined && !linked.has(input.symbol),
  )
}

/**
 * The share from which an input is the principal one, where none hands on the measurand's own kind. Over all inputs that need a
 * branch, linked or not: else cutting the largest would promote the next.
 */
function largestShare(result: ResultRecord, branches: readonly Branch[]): number {
  const unlinked = bare(result, branches)
  const kinds = [
    ...branches.map(({ record }) => record.expectedMeasurandKind),
    ...unlinked.map((input) => input.measurandKind),
  ]
  if (kinds.includes(result.measurandKind)) return Infinity
  const known = branches.map(({ share }) => share ?? 0)
  return Math.max(0, ...known, ...unlinked.map((input) => shareOfInput(result, input)))
}

const variance = (one: StoredInput) => (one.sensitivity * one.standardUncertainty) ** 2

function shareOfInput(result: ResultRecord, input: StoredInput): number {
  const total = (result.budget?.inputs ?? []).reduce((sum, one) => sum + variance(one), 0)
  return total > 0 ? variance(input) / total : 1
}
