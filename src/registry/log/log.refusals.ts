import { defineRefusal } from '#refusal.ts'

export const notThatLarge = defineRefusal({
  code: 'log.not-that-large',
  kind: 'absent',
  title: { en: 'The log does not have so many entries yet', zh: '日志尚无这么多条目' },
})

export const noSuchEntry = defineRefusal({
  code: 'log.no-such-entry',
  kind: 'absent',
  title: { en: 'A log of this size has no such entry', zh: '此大小的日志没有该条目' },
})

export const noSuchTile = defineRefusal({
  code: 'log.no-such-tile',
  kind: 'absent',
  title: { en: 'There is no such tile of the log', zh: '没有此日志分块' },
})

export const sizesReversed = defineRefusal({
  code: 'log.sizes-reversed',
  kind: 'unprocessable',
  title: { en: 'A log never becomes smaller', zh: '日志不会变小' },
})
