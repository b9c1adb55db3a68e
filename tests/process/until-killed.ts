import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { setTimeout as delay } from 'node:timers/promises'
import { expect } from 'vitest'
import type { Service } from '../service.ts'

/** What a process that works until it is killed is told. */
export interface KillTask {
  readonly url: string
  readonly now: string
  readonly round: number
}

/** Runs the program on the database of `s`, kills it after so many lines, and answers with these: what it acknowledged. */
export async function workUntilKilled(
  s: Service,
  program: string,
  acknowledgements: number,
  task: Readonly<Record<string, unknown>> & { readonly round: number },
): Promise<readonly string[]> {
  const told: KillTask = { url: s.url, now: s.clock.now().toISOString(), ...task }
  const child = spawn(process.execPath, [program, JSON.stringify(told)], {
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  const said = { out: '', err: '' }
  child.stderr.setEncoding('utf8').on('data', (text: string) => (said.err += text))
  child.stdout.setEncoding('utf8').on('data', (text: string) => {
    said.out += text
    if (said.out.split('\n').length > acknowledgements) child.kill('SIGKILL')
  })
  const [code, signal] = await once(child, 'close')
  expect({ code, signal, err: said.err }).toEqual({ code: null, signal: 'SIGKILL', err: '' })
  await untilQuiet(s)
  return said.out.split('\n').slice(0, -1)
}

/** What the killed process had begun is rolled back once PostgreSQL notices that it is gone. */
async function untilQuiet(s: Service): Promise<void> {
  const busy = `select 1 from pg_stat_activity where datname = current_database() and pid <> pg_backend_pid()
                   and state <> 'idle'`
  while ((await s.orm.em.fork().execute<object[]>(busy)).length > 0) await delay(20)
}

/** The rest of the lines that begin with this word. */
export const linesOf = (lines: readonly string[], word: string): string[] =>
  lines.filter((line) => line.startsWith(`${word} `)).map((line) => line.slice(word.length + 1))
