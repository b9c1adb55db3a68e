import type { ChainRecords } from '#metrology/traceability/records.ts'
import type { TraceabilityQuestion } from '#metrology/traceability/trace.ts'
import type { Opened, ProofBundle } from './bundle.ts'
import { checkBudgets } from './check-budgets.ts'
import { checkDocuments } from './check-documents.ts'
import { checkLog } from './check-log.ts'
import { checkRecords } from './check-records.ts'
import { brokenSeal, checkSeal, keysOf, type Trust } from './check-seal.ts'
import { checkVerdict } from './check-verdict.ts'
import { restored } from './plain.ts'
import { readBundle, readText } from './read-bundle.ts'
import { fails, type Check, type CheckName, type ProofReport } from './report.ts'

/**
 * What a bundle proves, without the registry and without a network. Without anybody whom the reader trusts, it
 * can only be shown to be whole in itself.
 */
export function verifyProof(bytes: Uint8Array, trust: Trust): ProofReport {
  const { check: unreadable, text = '', sealed } = readText(bytes)
  if (!sealed) return { outcome: 'fails', checks: unreadable ? [unreadable] : [] }
  const broken = brokenSeal(sealed, trust)
  if (broken) return { outcome: 'fails', checks: [broken] }
  const { check: form, bundle } = readBundle(text)
  if (!bundle) return { outcome: 'fails', checks: [form] }
  const keys = attempted('seal', () => keysOf(bundle.keys, trust))
  if ('name' in keys) return { outcome: 'fails', checks: [form, keys] }
  const seal = attempted('seal', () => checkSeal(sealed, keys))
  // Whatever stands behind a broken seal may have been written by anybody.
  if (seal.outcome === 'fails') return { outcome: 'fails', checks: [form, seal] }
  const opened = attempted('records', () => openedOf(bundle))
  if ('name' in opened) return { outcome: 'fails', checks: [form, seal, opened] }
  const checks = [
    form,
    seal,
    attempted('documents', () => checkDocuments(opened)),
    attempted('records', () => checkRecords(opened)),
    attempted('budgets', () => checkBudgets(opened)),
    attempted('log', () => checkLog(opened, keys)),
    attempted('verdict', () => checkVerdict(opened)),
  ]
  if (checks.some(({ outcome }) => outcome === 'fails')) return { outcome: 'fails', checks }
  return { outcome: seal.outcome === 'holds' ? 'holds' : 'signer-unknown', checks, proven: provenBy(bundle) }
}

function openedOf(bundle: ProofBundle): Opened {
  // Whoever wrote it may have written anything: the checks find what is not there.
  return {
    bundle,
    records: restored(bundle.records) as ChainRecords,
    posed: restored(bundle.posed) as TraceabilityQuestion,
  }
}

/** A file from anybody may lack anything; whatever it lacks is a check that fails, and never a crash. */
function attempted<T>(name: CheckName, check: () => T): T | Check {
  try {
    return check()
  } catch (error) {
    const cause = error instanceof Error ? error.message : String(error)
    return fails(name, `this cannot be read: ${cause}`, `无法读取：${cause}`)
  }
}

function provenBy({ question, node, made, answer }: ProofBundle): NonNullable<ProofReport['proven']> {
  const { verdict } = answer as { readonly verdict: string }
  return { ...question, node, made, verdict }
}
