import { kindNotSupported, kindUnknown } from './evaluation.refusals.ts'

/** These have operations of their own. */
const evaluated = [
  'measurement-model',
  'interlaboratory',
  'calibration-interval',
  'correlation-matrix',
] as const

/** Promised with their names; an answer that is not right yet would be worse than none. */
const promised = ['conformity', 'regression', 'statistics', 'distribution'] as const

export function refuseKind(kind: string): never {
  const isPromised = (promised as readonly string[]).includes(kind)
  if (!isPromised) {
    throw kindUnknown(
      { en: `${kind} is not a kind of task`, zh: `没有名为 ${kind} 的任务类别` },
      { kinds: [...evaluated, ...promised] },
      { pointer: '/kind' },
    )
  }
  throw kindNotSupported(
    {
      en: `Tasks of the kind ${kind} are not evaluated by this version; ${evaluated.join(', ')} are`,
      zh: `本版本尚不支持 ${kind} 类任务；支持 ${evaluated.join('、')}`,
    },
    { kinds: [...evaluated] },
    { pointer: '/kind' },
  )
}
