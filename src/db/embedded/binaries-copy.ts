import {
  chmodSync,
  cpSync,
  lstatSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'

/** Copies the programs to the first place that is fit; a copy of the same version is used again. */
export function reachableCopy(
  packaged: string,
  ownPlace: string | undefined,
  isFit: (native: string) => boolean,
): string | undefined {
  const { version } = JSON.parse(readFileSync(join(packaged, '..', 'package.json'), 'utf8')) as {
    version: string
  }
  const places = ownPlace === undefined ? ['/var/lib/etalon', join(tmpdir(), 'etalon')] : [ownPlace]
  for (const place of places) {
    const copy = join(place, `postgresql-${version}`)
    try {
      mkdirSync(place, { recursive: true, mode: 0o755 })
      if (!isOurs(place)) continue
      if (!isOurs(copy) || !isFit(join(copy, 'native'))) copyTo(copy, packaged)
      if (isFit(join(copy, 'native'))) return join(copy, 'native')
    } catch {
      // Read-only, full or foreign: the next place may do.
    }
  }
  return undefined
}

/** In a shared directory such as /tmp somebody else may have been first: what they put there is not executed. */
function isOurs(directory: string): boolean {
  const found = lstatSync(directory, { throwIfNoEntry: false })
  if (!found?.isDirectory()) return false
  return found.uid === process.getuid?.() && (found.mode & 0o022) === 0
}

/** Complete or not there: the copy gets its name by renaming. */
function copyTo(copy: string, packaged: string): void {
  const unfinished = mkdtempSync(join(dirname(copy), '.copying-'))
  try {
    cpSync(packaged, join(unfinished, 'native'), { recursive: true, verbatimSymlinks: true })
    openToAll(unfinished)
    rmSync(copy, { recursive: true, force: true })
    renameSync(unfinished, copy)
  } finally {
    rmSync(unfinished, { recursive: true, force: true })
  }
}

function openToAll(path: string): void {
  const { mode } = lstatSync(path)
  if (lstatSync(path).isSymbolicLink()) return
  const isEnterable = lstatSync(path).isDirectory() || (mode & 0o100) !== 0
  chmodSync(path, isEnterable ? 0o755 : 0o644)
  if (lstatSync(path).isDirectory()) for (const entry of readdirSync(path)) openToAll(join(path, entry))
}
