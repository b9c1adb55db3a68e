import { mkdirSync, writeFileSync } from 'node:fs'

/** What a row promises: a ratio to a limit measured in the same run, or a figure of its own. */
export type Target =
  { readonly ratioAtLeast: number } | { readonly ratioAtMost: number } | { readonly oursAtMost: number }

export interface Row {
  readonly name: string
  readonly unit: string
  /** What the machine can do at best, or what a plain solution does: measured in this run. */
  readonly limit?: { readonly what: string; readonly figure: number }
  readonly ours: number
  /** Absent: told for orientation, nothing is promised. */
  readonly target?: Target
}

export interface JudgedRow extends Row {
  readonly ratio?: number
  readonly isMet?: boolean
}

export function judged(row: Row): JudgedRow {
  const ratio = row.limit && row.ours / row.limit.figure
  const { target } = row
  const told = { ...row, ...(ratio !== undefined && { ratio }) }
  return target === undefined ? told : { ...told, isMet: isMet(row.ours, ratio ?? Number.NaN, target) }
}

function isMet(ours: number, ratio: number, target: Target): boolean {
  if ('ratioAtLeast' in target) return ratio >= target.ratioAtLeast
  return 'ratioAtMost' in target ? ratio <= target.ratioAtMost : ours <= target.oursAtMost
}

function targetText(target: Target | undefined, unit: string): string {
  if (target === undefined) return '–'
  if ('ratioAtLeast' in target) return `≥ ${target.ratioAtLeast} ×`
  return 'ratioAtMost' in target ? `≤ ${target.ratioAtMost} ×` : `≤ ${target.oursAtMost} ${unit}`
}

const figure = (value: number, unit: string): string => {
  const digits = Math.abs(value) >= 100 ? 0 : Math.abs(value) >= 10 ? 1 : 2
  return `${value.toFixed(digits)} ${unit}`
}

const heads = ['', 'ours', 'limit', 'ratio', 'target', 'met'] as const

const cells = (row: JudgedRow): string[] => [
  row.name,
  figure(row.ours, row.unit),
  row.limit ? `${figure(row.limit.figure, row.unit)} (${row.limit.what})` : '–',
  row.ratio === undefined ? '–' : `${row.ratio.toFixed(2)} ×`,
  targetText(row.target, row.unit),
  row.isMet === undefined ? '–' : row.isMet ? 'yes' : 'NO',
]

/** A table in Markdown: what is printed can be pasted. */
export function tableOf(rows: readonly JudgedRow[]): string {
  const lines = [[...heads], ...rows.map(cells)]
  const widths = heads.map((_, column) => Math.max(...lines.map((line) => (line[column] ?? '').length)))
  const written = lines.map((line) => `| ${line.map((cell, i) => cell.padEnd(widths[i] ?? 0)).join(' | ')} |`)
  return [
    written[0],
    `|${widths.map((width) => '-'.repeat(width + 2)).join('|')}|`,
    ...written.slice(1),
  ].join('\n')
}

/** `bench/results/2026-03-02T08-00-00.json`, with the machine it was measured on. */
export function keepResults(rows: readonly JudgedRow[], measured: object): string {
  const directory = new URL('results/', import.meta.url)
  mkdirSync(directory, { recursive: true })
  const file = new URL(`${new Date().toISOString().slice(0, 19).replaceAll(':', '-')}.json`, directory)
  writeFileSync(file, `${JSON.stringify({ ...measured, rows }, null, 2)}\n`)
  return file.pathname
}
