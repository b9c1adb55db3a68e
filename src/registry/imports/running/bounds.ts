import type { Fault } from '#refusal.ts'
import type { Outcome } from '../outcome.ts'

/** As many rows as an import has, however short they are: each is a row of the registry for ever. */
const mostRows = 1_000_000

/** Whoever has so many rows refused one after the other has sent another file than they meant. */
const mostRefusedInARow = 10_000

/** How far an import is from its bounds. */
export interface Stretch {
  readonly rows: number
  readonly refusedInARow: number
}

export const stretched = ({ rows, refusedInARow }: Stretch, { state }: Outcome): Stretch => ({
  rows: rows + 1,
  refusedInARow: state === 'refused' ? refusedInARow + 1 : 0,
})

/** Why it stops before the next row, as it is said of the file as a whole. */
export function whyToStop({ rows, refusedInARow }: Stretch, nextLine: number): Fault | undefined {
  const where = {
    en: `nothing was looked at from line ${nextLine} on; what was recorded before it stands`,
    zh: `自第 ${nextLine} 行起未处理；此前已登记的内容仍有效`,
  }
  if (refusedInARow >= mostRefusedInARow)
    return {
      pointer: '',
      code: 'stopped-after-refused-rows',
      detail: {
        en: `${mostRefusedInARow} rows were refused one after the other: ${where.en}`,
        zh: `连续 ${mostRefusedInARow} 行被拒绝：${where.zh}`,
      },
    }
  if (rows >= mostRows)
    return {
      pointer: '',
      code: 'stopped-at-most-rows',
      detail: {
        en: `An import has at most ${mostRows} rows: ${where.en}`,
        zh: `一次导入最多 ${mostRows} 行：${where.zh}`,
      },
    }
  return undefined
}
