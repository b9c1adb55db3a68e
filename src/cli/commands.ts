import type { Command } from './command.ts'
import { migrateCommand, startCommand } from './processes.ts'
import { auditCommand, backupCommand, logCommand, restoreCommand } from './safekeeping.ts'
import { verifyCommand } from './verify.ts'

/** In the order in which they are listed. */
export const commands: readonly Command[] = [
  startCommand,
  migrateCommand,
  verifyCommand,
  backupCommand,
  restoreCommand,
  auditCommand,
  logCommand,
]
