import { sheetCompiler } from './compiler.ts'
import type { Sheet, Typeset } from './messages.ts'

/** A file that acts when it is loaded, because that is how a process begins. It ends with the service that began it. */
const compile = sheetCompiler()

const reply = (typeset: Typeset) => void process.send?.(typeset)

process.on('message', (sheet: Sheet) => {
  try {
    reply({ pdf: compile(sheet) })
  } catch (error) {
    reply({ failed: error instanceof Error ? error.message : String(error) })
  }
})
process.on('disconnect', () => process.exit())
// A terminal tells the whole group; the service finishes what is under way and lets go of this process then.
for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, () => undefined)
