import type { TraceabilityNode } from '#contract/types.ts'

/** `DLAB-E-2026-0102/e5` is result e5 of that certificate; a reference is called by its code alone. */
export function partsOf({ kind, label }: Pick<TraceabilityNode, 'kind' | 'label'>): {
  readonly number: string
  readonly result: string | undefined
} {
  const at = kind === 'reference' ? -1 : label.lastIndexOf('/')
  return at < 0
    ? { number: label, result: undefined }
    : { number: label.slice(0, at), result: label.slice(at + 1) }
}

/** What may not be shown stands under a number of its own (docs/traceability.md, who sees what). */
export const isWithheld = (name: string): boolean => /^withheld(?:-item)?-\d+$/.test(name)

/** Where more is told about it; nowhere, where it may not be shown. */
export function pageOf(node: TraceabilityNode): string | undefined {
  const { number } = partsOf(node)
  if (isWithheld(number)) return undefined
  const name = encodeURIComponent(number)
  if (node.kind === 'reference') return `/references/${name}/impact`
  return node.kind === 'result' ? `/certificates/${name}` : `/equipment/${name}`
}
