import type { DccResult, DccStage } from './dcc-read.ts'

/** What one level says that may tell whether the item had been adjusted: three ways are in use, and all are tried. */
export interface StageSigns {
  /** `status` of the conditions: beforeAdjustment, afterRepair … */
  readonly statuses: readonly string[]
  readonly refTypes: readonly string[]
  /** Names in any language, and ids. */
  readonly names: readonly string[]
}

const foundWords =
  /\bas[ _-]?found\b|before (?:the )?(?:adjust|repair)|vor (?:der |dem )?(?:justi|reparatur)|avant (?:l['’])?(?:ajust|r[ée]par)|antes d[oea]l? (?:ajuste|repar)|调整前|调修前|修理前/i

const leftWords =
  /\bas[ _-]?left\b|after (?:the )?(?:adjust|repair)|nach (?:der |dem )?(?:justi|reparatur)|apr[èe]s (?:l['’])?(?:ajust|r[ée]par)|(?:depois|ap[óo]s|despu[ée]s) (?:d[oea]l? |o )?(?:ajuste|repar)|调整后|调修后|修理后/i

const toldBy = ['status', 'ref-type', 'name'] as const

/** The nearest level that tells decides; a level that says both tells nothing. */
export function stageOf(levels: readonly StageSigns[]): DccResult['stage'] {
  for (const { statuses, refTypes, names } of levels) {
    const told = [
      stages(statuses, /^before/, /^after/),
      stages(refTypes, /(?:beforeAdjust|beforeRepair|asFound)/i, /(?:afterAdjust|afterRepair|asLeft)/i),
      stages(names, foundWords, leftWords),
    ]
    const at = told.findIndex((found) => found.size === 1)
    const [stage] = told[at] ?? []
    const by = toldBy[at]
    if (stage && by) return { stage, toldBy: by }
  }
  return undefined
}

function stages(words: readonly string[], found: RegExp, left: RegExp): ReadonlySet<DccStage> {
  return new Set(
    words.flatMap((word): DccStage[] => [
      ...(found.test(word) ? ['as-found' as const] : []),
      ...(left.test(word) ? ['as-left' as const] : []),
    ]),
  )
}
