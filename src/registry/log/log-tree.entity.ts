import { defineEntity, p } from '@mikro-orm/core'
import { appendOnly } from '#db/append-only.ts'

/** The one row that puts appenders in a queue: how many entries there are, and the frontier of their tree. */
const LogHeadSchema = defineEntity({
  name: 'LogHead',
  tableName: 'log_head',
  properties: {
    id: p.integer().primary().autoincrement(false),
    size: p.bigint(),
    /** The complete subtrees of the tree, the largest first, 32 bytes each. */
    frontier: p.blob(),
    root: p.blob(),
  },
  checks: [{ name: 'log_head_one_row_check', expression: 'id = 1' }],
  triggers: [
    {
      name: 'only_grows',
      timing: 'before',
      events: ['update', 'delete'],
      forEach: 'row',
      body:
        `if tg_op = 'DELETE' or new.size <= old.size then raise exception 'the log only grows' ` +
        `using errcode = 'restrict_violation'; end if; return new`,
    },
  ],
})

export class LogHead extends LogHeadSchema.class {}
LogHeadSchema.setClass(LogHead)

/** A full tile (C2SP tlog-tiles) and its root, which is one hash of the tile above. What is not full is read from below. */
const LogTileSchema = defineEntity({
  name: 'LogTile',
  tableName: 'log_tiles',
  primaryKeys: ['level', 'index'],
  properties: {
    level: p.integer().primary(),
    index: p.bigint().primary(),
    hashes: p.blob(),
    root: p.blob(),
  },
  checks: [
    { name: 'log_tiles_full_check', expression: 'octet_length(hashes) = 8192 and octet_length(root) = 32' },
  ],
  triggers: appendOnly('log_tiles'),
})

export class LogTile extends LogTileSchema.class {}
LogTileSchema.setClass(LogTile)
