import { roundForCertificate } from '#metrology/quantity/rounding.ts'

import type { Chain, ChainNode, ResultNode } from '../graph.ts'
import type { JudgedBefore } from '../judged-before.ts'
import type { Known } from '../known.ts'
import type { Policy } from '../policies.ts'
import type { ResultRecord, Words } from '../records.ts'
import type { Effect } from '../verdict.ts'

export type RuleCode =
  | 'R01'
  | 'R02'
  | 'R03'
  | 'R04'
  | 'R05'
  | 'R06'
  | 'R07'
  | 'R08'
  | 'R09'
  | 'R10'
  | 'R11'
  | 'R12'
  | 'R13'
  | 'R14'
  | 'R15'
  | 'R16'
  | 'R17'
  | 'R18'
  | 'R19'
  | 'R20'
  | 'R21'
  | 'R22'

/** The record a rule was decided on: which kind, its number, and the day that mattered. */
export interface Evidence {
  readonly record: string
  readonly id: string
  readonly day?: string
}

export interface RuleOutcome {
  readonly code: RuleCode
  /** `unknown` means that the registry does not hold what the rule needs; `fail` and `warn` are decided on records. */
  readonly outcome: 'pass' | 'fail' | 'warn' | 'unknown'
  /** Stable word for what was found, such as `unanchored-cycle`. */
  readonly reason: string
  readonly effect: Effect
  readonly node: string
  /** What a person calls the node: a certificate number, a code. */
  readonly label: string
  readonly message: Words
  readonly evidence: readonly Evidence[]
}

/** What every rule may look at. */
export interface Setting {
  readonly known: Known
  readonly chain: Chain
  readonly policy: Policy
  /** T: when the asked result was or will be used. */
  readonly at: Date
  /** The civil day of an instant, where the certificates are written. */
  readonly dayOf: (instant: Date) => string
  /** What was said of the same records before; absent where all is to be judged. */
  readonly judgedBefore?: JudgedBefore | undefined
}

type Told = (reason: string, message: Words, evidence?: readonly Evidence[]) => RuleOutcome
type Led = (reason: string, effect: Effect, message: Words, evidence?: readonly Evidence[]) => RuleOutcome

/** The four ways to end a rule at a node. */
export function ruleAt(code: RuleCode, node: string, label: string) {
  const end =
    (outcome: RuleOutcome['outcome']): Led =>
    (reason, effect, message, evidence = []) => ({
      code,
      outcome,
      reason,
      effect,
      node,
      label,
      message,
      evidence,
    })
  const pass: Told = (reason, message, evidence) => end('pass')(reason, 'none', message, evidence)
  return { pass, fail: end('fail'), warn: end('warn'), unknown: end('unknown') }
}

export const ruleOn = (code: RuleCode, node: ChainNode) => ruleAt(code, node.id, labelOf(node))

export function labelOf(node: ChainNode): string {
  if (node.kind === 'result') return `${node.certificate.number}/${node.result.code}`
  return node.kind === 'reference' ? node.reference.code : node.label
}

export const dayOf = (setting: Setting, instant: Date) => setting.dayOf(instant)

export const certificateEvidence = (node: ResultNode, day?: string): Evidence => ({
  record: 'certificate',
  id: node.certificate.number,
  ...(day !== undefined && { day }),
})

/** An organization as a person calls it; its identifier where the registry does not hold its name. */
export function organizationNamed(known: Known, id: string): Words {
  return known.organizations.get(id)?.name ?? { en: id, zh: id }
}

/** A coherent figure in the stated unit, for a sentence; six digits are enough to recognise it. */
export function figure(
  coherent: number,
  stated: { readonly unit: string; readonly unitSize: number },
): string {
  const text = String(Number((coherent / stated.unitSize).toPrecision(6)))
  return stated.unit === '' || stated.unit === '1' ? text : `${text} ${stated.unit}`
}

/** The value of a result for a sentence, to the last digit of its U: what changed in it must show. */
export function estimateOf({ estimate, expandedUncertainty: U, unit, unitSize }: ResultRecord): string {
  if (U === undefined) return figure(estimate, { unit, unitSize })
  return `${roundForCertificate(estimate / unitSize, U / unitSize).value} ${unit}`
}
