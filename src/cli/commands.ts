import type { Command } from './command.ts'
import { exportCommand } from './remote/export.ts'
import { importCommand } from './remote/import.ts'
import { keyCommand } from './remote/key.ts'
import { traceCommand } from './remote/trace.ts'
import { validityCommand } from './remote/validity.ts'
import { migrateCommand, startCommand } from './processes.ts'
import { auditCommand, backupCommand, logCommand, restoreCommand } from './safekeeping.ts'
import { verifyCommand } from './verify.ts'

/** In the order in which they are listed. */
export const commands: readonly Command[] = [
  startCommand,
  migrateCommand,
  importCommand,
  exportCommand,
  traceCommand,
  validityCommand,
  keyCommand,
  verifyCommand,
  backupCommand,
  restoreCommand,
  auditCommand,
  logCommand,
]
