import { lchownSync, lstatSync, readdirSync, readFileSync, statSync } from 'node:fs'
import { dirname, join, resolve } from 'node:path'

/** The account PostgreSQL runs under when we are root: it refuses to run as root itself. */
export interface Account {
  readonly uid: number
  readonly gid: number
}

/** None for an ordinary user, who runs PostgreSQL as itself. No account is ever created. */
export function serverAccount(cluster: string): Account | undefined {
  if (process.getuid?.() !== 0) return undefined
  const owner = statSync(cluster, { throwIfNoEntry: false })
  // A directory filled as an ordinary user stays usable for that user.
  if (owner !== undefined && owner.uid !== 0) return { uid: owner.uid, gid: owner.gid }
  return unprivileged(readFileSync('/etc/passwd', 'utf8'))
}

/** `nobody` if there is one; else the first account that is not root. initdb looks its name up, so it must have one. */
export function unprivileged(passwd: string): Account {
  const accounts = passwd.split('\n').flatMap((line) => {
    const [name, , uid, gid] = line.split(':')
    return name !== undefined && uid !== undefined && Number(uid) > 0
      ? [{ name, uid: Number(uid), gid: Number(gid) }]
      : []
  })
  const chosen = accounts.find((a) => a.name === 'nobody') ?? accounts[0]
  if (chosen === undefined)
    throw new Error('PostgreSQL refuses to run as root, and /etc/passwd has no other account')
  return { uid: chosen.uid, gid: chosen.gid }
}

/** Whether the account may enter every directory above `path`, and read and enter (or execute) `path` itself. */
export function isReachable(path: string, account: Account): boolean {
  const isAllowed = (place: string, wanted: number) => {
    const { uid, gid, mode } = statSync(place)
    const shift = uid === account.uid ? 6 : gid === account.gid ? 3 : 0
    return ((mode >> shift) & wanted) === wanted
  }
  const isExecutable = (statSync(path).mode & 0o111) !== 0
  for (let place = dirname(resolve(path)); ; place = dirname(place)) {
    if (!isAllowed(place, 0o1)) return false
    if (place === dirname(place)) break
  }
  return isAllowed(path, isExecutable ? 0o5 : 0o4)
}

/** Gives a tree to the account: what root unpacked from a backup belongs to root. */
export function handOver(path: string, account: Account | undefined): void {
  if (account !== undefined && lstatSync(path).uid !== account.uid) give(path, account)
}

function give(path: string, account: Account): void {
  if (lstatSync(path).isDirectory()) for (const entry of readdirSync(path)) give(join(path, entry), account)
  // The directory last, so that an interrupted hand-over is seen at the next start.
  lchownSync(path, account.uid, account.gid)
}
