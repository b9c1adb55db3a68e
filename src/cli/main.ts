#!/usr/bin/env node
import { EtalonProblem } from '#client/client.ts'
import { commands } from './commands.ts'
import { exitCodes, UsageFault, type Command } from './command.ts'
import { problemLines } from './remote/problem-lines.ts'

/** `etalon verify bundle.json`: each command is one value, and its number of exit says how it ended. */
async function main(words: readonly string[]): Promise<number> {
  const [name = 'help', ...rest] = words
  if (name === 'help' || name === '--help' || name === '-h') return help(rest[0])
  const command = commands.find((one) => one.name === name)
  if (!command) {
    console.error(`etalon: there is no command “${name}”\n\n${overview()}`)
    return exitCodes.usage
  }
  if (rest.includes('--help') || rest.includes('-h')) return help(name)
  return runSafely(command, rest)
}

async function runSafely(command: Command, words: readonly string[]): Promise<number> {
  try {
    return await command.run(words)
  } catch (error) {
    if (isReaderGone(error)) return exitCodes.done
    console.error(`etalon ${command.name}: ${problemLines(error).join('\n')}`)
    if (error instanceof EtalonProblem && words.includes('--json'))
      console.log(JSON.stringify(error.problem, null, 2))
    if (!isUsageFault(error)) return exitCodes.failed
    console.error(`\n${command.usage}`)
    return exitCodes.usage
  }
}

/** `etalon export … | head`: whoever reads has read enough. */
const isReaderGone = (error: unknown): boolean =>
  error instanceof Error && 'code' in error && error.code === 'EPIPE'

/** parseArgs of Node refuses unknown options with codes of its own. */
const isUsageFault = (error: unknown): boolean =>
  error instanceof UsageFault ||
  (error instanceof Error && 'code' in error && String(error.code).startsWith('ERR_PARSE_ARGS'))

function help(name: string | undefined): number {
  const command = commands.find((one) => one.name === name)
  console.log(command ? command.usage : overview())
  return exitCodes.done
}

const overview = (): string =>
  [
    'Usage: etalon <command> [options]',
    '',
    ...commands.map(({ name, summary }) => `  ${name.padEnd(10)} ${summary}`),
    '',
    'etalon help <command> says more.',
  ].join('\n')

process.exitCode = await main(process.argv.slice(2))
