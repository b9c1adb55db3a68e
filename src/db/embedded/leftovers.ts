import { execFileSync } from 'node:child_process'
import { readdirSync, readFileSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { setTimeout as delay } from 'node:timers/promises'

/** Every process of our PostgreSQL carries this name in its title: found again after a crash, never mistaken. */
export const clusterName = (identity: string) => `etalon-${identity}`

interface Leftover {
  readonly pid: number
  readonly isPostmaster: boolean
}

/**
 * After `kill -9` of Node its PostgreSQL runs on, and after `kill -9` of that one its children do for a moment.
 * Stops them (fast, at once, by force) and removes the note of a server that is no more: PostgreSQL takes that
 * note seriously as soon as any process has the number that stands in it.
 */
export async function stopLeftovers(
  cluster: string,
  identity: string,
  warn: (message: string) => void,
): Promise<void> {
  const steps = [
    { signal: 'SIGINT', waitMs: 10_000, whom: (l: Leftover) => l.isPostmaster },
    { signal: 'SIGQUIT', waitMs: 5_000, whom: () => true },
    { signal: 'SIGKILL', waitMs: 5_000, whom: () => true },
  ] as const
  for (const { signal, waitMs, whom } of steps) {
    const chosen = leftovers(identity).filter(whom)
    if (chosen.length === 0) continue
    warn(`stopping the PostgreSQL of an earlier run (${signal} to ${chosen.map((l) => l.pid).join(', ')})`)
    for (const { pid } of chosen) signalled(pid, signal)
    await untilGone(identity, waitMs)
  }
  if (leftovers(identity).length > 0)
    throw new Error(`A PostgreSQL of an earlier run on ${cluster} cannot be stopped`)
  rmSync(join(cluster, 'postmaster.pid'), { force: true })
}

function signalled(pid: number, signal: NodeJS.Signals): void {
  try {
    process.kill(pid, signal)
  } catch (error) {
    // Gone in the meantime: that is what was wanted.
    if ((error as NodeJS.ErrnoException).code !== 'ESRCH') throw error
  }
}

async function untilGone(identity: string, waitMs: number): Promise<void> {
  for (let waited = 0; waited < waitMs && leftovers(identity).length > 0; waited += 20) await delay(20)
}

function leftovers(identity: string): readonly Leftover[] {
  const name = clusterName(identity)
  return commandLines()
    .filter(
      ({ command }) => command.includes(name) && /postgres/.test(command.slice(0, command.indexOf(name))),
    )
    .map(({ pid, command }) => ({ pid, isPostmaster: command.includes(`cluster_name=${name}`) }))
}

/** A process that has ended but was not fetched by its parent has no command line any more, and does not count. */
function commandLines(): readonly { readonly pid: number; readonly command: string }[] {
  if (process.platform === 'win32') return []
  if (process.platform !== 'linux') return listedByPs()
  return readdirSync('/proc').flatMap((entry) => {
    if (!/^\d+$/.test(entry)) return []
    try {
      return [{ pid: Number(entry), command: readFileSync(`/proc/${entry}/cmdline`, 'utf8') }]
    } catch {
      return []
    }
  })
}

const listedByPs = () =>
  execFileSync('ps', ['-axo', 'pid=,command='], { encoding: 'utf8' })
    .split('\n')
    .map((line) => {
      const [, pid = '0', command = ''] = /^\s*(\d+)\s+(.*)$/.exec(line) ?? []
      return { pid: Number(pid), command }
    })
