import { exitCodes, UsageFault, type Command } from './command.ts'

/*
 * Programs that read the environment and run until they are told to stop; they set the number of exit themselves. They
 * are loaded when they are called, so that a file is verified without a database being looked for.
 */

export const startCommand: Command = {
  name: 'start',
  summary: 'run the service in the foreground',
  usage:
    'Usage: etalon start\n\nRuns as `npm start` does; the environment is described in docs/operations.md.',
  run: async (words) => {
    refuseWords(words)
    await import('#main.ts')
    return currentExit()
  },
}

export const migrateCommand: Command = {
  name: 'migrate',
  summary: 'bring the database to the newest schema',
  usage: 'Usage: etalon migrate\n\nRuns as `npm run migrate` does, and says what was applied.',
  run: async (words) => {
    refuseWords(words)
    await import('#db/migrate.ts')
    return currentExit()
  },
}

const currentExit = (): number => Number(process.exitCode ?? exitCodes.done)

function refuseWords([word]: readonly string[]): void {
  if (word !== undefined) throw new UsageFault(`“${word}” is not understood`)
}
