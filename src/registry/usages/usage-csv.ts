import type { UsageRecord } from '#contract/types.ts'
import type { Cell } from '#exchange/csv/csv-line.ts'

const columns = [
  'id',
  'usedAt',
  'equipment',
  'component',
  'job',
  'product',
  'batch',
  'operator',
  'measurandKind',
] as const

export const usageHead: readonly string[] = [
  ...columns,
  'value',
  'unit',
  'despite',
  'note',
  'recordedBy',
  'recordedAt',
]

/** One use a line, the point as value and unit. */
export const usageCells = (usage: UsageRecord): Cell[] => [
  ...columns.map((column) => usage[column]),
  usage.point?.nominal.value,
  usage.point?.nominal.unit,
  usage.despite,
  usage.note,
  usage.recordedBy,
  usage.recordedAt,
]
