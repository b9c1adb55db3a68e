import { kindNotSupported, kindUnknown } from './evaluation.refusals.ts'

/** Promised with their names; an answer that is not right yet would be worse than none. */
const promised = [
  'conformity',
  'regression',
  'interlaboratory',
  'statistics',
  'calibration-interval',
  'distribution',
  'correlation-matrix',
] as const

export function refuseKind(kind: string): never {
  const isPromised = (promised as readonly string[]).includes(kind)
  if (!isPromised) {
    throw kindUnknown(
      { en: `${kind} is not a kind of task`, zh: `没有名为 ${kind} 的任务类别` },
      { kinds: ['measurement-model', ...promised] },
      { pointer: '/kind' },
    )
  }
  throw kindNotSupported(
    {
      en: `Tasks of the kind ${kind} are not evaluated by this version; measurement-model is`,
      zh: `本版本尚不支持 ${kind} 类任务；支持 measurement-model`,
    },
    { kinds: ['measurement-model'] },
    { pointer: '/kind' },
  )
}
