import { kindUnknown } from './evaluation.refusals.ts'

/** Each has an operation of its own. */
const kinds = [
  'measurement-model',
  'conformity',
  'regression',
  'interlaboratory',
  'statistics',
  'calibration-interval',
  'distribution',
  'correlation-matrix',
] as const

/** Any other word under `/v1/evaluate/` is told which ones there are. */
export function refuseKind(kind: string): never {
  throw kindUnknown(
    { en: `${kind} is not a kind of task`, zh: `没有名为 ${kind} 的任务类别` },
    { kinds },
    { pointer: '/kind' },
  )
}
