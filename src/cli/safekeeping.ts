import { join, resolve } from 'node:path'
import type { verifyAuditOf } from '#safekeeping/verify-chains.ts'
import type { withDatabase as working } from '#safekeeping/with-database.ts'
import { exitCodes, UsageFault, type Command } from './command.ts'
import { parsed, say, type Options } from './words.ts'

/* What looks after a registry. Loaded when it is called, so that a file is verified without a database being looked for. */

export const backupCommand: Command = {
  name: 'backup',
  summary: 'write everything into one file, while the service runs',
  usage: `Usage: etalon backup <file.tar.gz> [--with-keys] [--json]

Writes the registry as of one moment into one compressed archive, whoever writes meanwhile. The database is that of DATABASE_URL,
or the embedded one of ETALON_DATA_DIR, whether a service runs on it or not. A file that is there already is not replaced.

  --with-keys  the private keys of the node too; keep the archive as you keep those
  --json       what was written, as JSON

Exit: 0 the archive is complete; 1 it could not be written, and is not there; 2 not called as it is to be.`,
  run: async (words) => {
    const { file, values } = oneFile(words, { 'with-keys': { type: 'boolean', default: false } })
    const { backUp } = await import('#safekeeping/back-up.ts')
    const { withDatabase } = await import('#safekeeping/with-database.ts')
    const made = await withDatabase((url, { dataDir }) =>
      backUp({ url, file, keys: values['with-keys'] === true ? join(dataDir, 'keys') : undefined }),
    )
    const { audit, log } = made.heads
    say(values, { file, ...made }, [
      `${file}: ${made.rows} rows of ${made.tables} tables, as of ${made.at}`,
      `audit trail: ${audit.size} events; log: ${log.size} entries, root ${log.root}`,
      `SHA-256 ${made.sha256}`,
    ])
    return exitCodes.done
  },
}

export const restoreCommand: Command = {
  name: 'restore',
  summary: 'make a registry of a backup, in an empty database',
  usage: `Usage: etalon restore <file.tar.gz> [--json]

Brings the registry of a backup into the database of DATABASE_URL, or the embedded one of ETALON_DATA_DIR, which nobody may have
used; no service may run on it. Parts, numbers of rows, the audit trail and the log are verified, and then it is brought to the newest
schema. All of that happens, or nothing. Keys that the archive holds are put into ETALON_DATA_DIR/keys.

Exit: 0 restored and verified; 1 not restored, and the database is as it was; 2 not called as it is to be.`,
  run: async (words) => {
    const { file, values } = oneFile(words, {})
    const { restore } = await import('#safekeeping/restore.ts')
    const { withDatabase } = await import('#safekeeping/with-database.ts')
    const made = await withDatabase(
      (url, { dataDir }) => restore({ url, file, keys: join(dataDir, 'keys') }),
      { alone: true },
    )
    const { audit, log } = made.heads
    say(values, made, [
      `restored ${made.rows} rows as of ${made.at}${made.migrated.length > 0 ? `, and applied ${made.migrated.length} migrations` : ''}`,
      `verified: ${audit.size} events of the audit trail, ${log.size} entries of the log, root ${log.root}`,
      made.keys > 0 ? `${made.keys} keys` : 'no keys: the node signs with those it has',
    ])
    return exitCodes.done
  },
}

export const auditCommand: Command = {
  name: 'audit',
  summary: 'verify or export the audit trail',
  usage: `Usage: etalon audit verify [<trail.ndjson>] [--json]
       etalon audit export

verify hashes every event again and holds the chain against its head, or checks a trail that was exported, without a registry;
export writes one event a line (NDJSON) to standard output.

Exit: 0 whole; 1 broken, or it cannot be read; 2 not called as it is to be.`,
  run: async (words) => {
    const { what, values, file } = oneWord(words, ['verify', 'export'], 'verify')
    const { withDatabase } = await import('#safekeeping/with-database.ts')
    if (what === 'export') {
      const { auditLines } = await import('#safekeeping/export-audit.ts')
      const { pipeline } = await import('node:stream/promises')
      await withDatabase((url) => pipeline(auditLines(url), process.stdout, { end: false }))
      return exitCodes.done
    }
    const verdict = await (file === undefined ? auditVerdict(withDatabase) : exportedVerdict(file))
    const said = verdict.intact
      ? `The audit trail is whole: ${verdict.size} events`
      : `The audit trail is broken at event ${verdict.brokenAt}: ${verdict.because}`
    say(values, verdict, [said])
    return verdict.intact ? exitCodes.done : exitCodes.failed
  },
}

async function auditVerdict(withDatabase: WithDatabase): Promise<TrailVerdict> {
  const { verifyAuditOf } = await import('#safekeeping/verify-chains.ts')
  return withDatabase(verifyAuditOf)
}

async function exportedVerdict(file: string): Promise<TrailVerdict> {
  const { verifyExported } = await import('#safekeeping/verify-exported.ts')
  return verifyExported(file)
}

export const logCommand: Command = {
  name: 'log',
  summary: 'verify the log of statements',
  usage: `Usage: etalon log verify [--json]

Hashes every entry of the log again, and holds tiles, head and certificates against them.

Exit: 0 whole; 1 broken, or it cannot be read; 2 not called as it is to be.`,
  run: async (words) => {
    const { values } = oneWord(words, ['verify'])
    const { withDatabase } = await import('#safekeeping/with-database.ts')
    const { verifyLogOf } = await import('#safekeeping/verify-chains.ts')
    const verdict = await withDatabase(verifyLogOf)
    const said = verdict.intact
      ? `The log is whole: ${verdict.size} entries`
      : `The log is broken at entry ${verdict.brokenAt}: ${verdict.fault ?? verdict.because}`
    say(values, verdict, [said])
    return verdict.intact ? exitCodes.done : exitCodes.failed
  },
}

type WithDatabase = typeof working
type TrailVerdict = Awaited<ReturnType<typeof verifyAuditOf>>

function oneFile(words: readonly string[], options: Options) {
  const { values, positionals } = parsed(words, options)
  const [file, ...others] = positionals
  if (file === undefined || others.length > 0) throw new UsageFault('name one file')
  return { file: resolve(file), values }
}

function oneWord(words: readonly string[], possible: readonly string[], withFile?: string) {
  const { values, positionals } = parsed(words, {})
  const [what = '', named, ...rest] = positionals
  const others = what === withFile || named === undefined ? rest : [named, ...rest]
  if (!possible.includes(what) || others.length > 0)
    throw new UsageFault(`say one of: ${possible.join(', ')}`)
  return { what, values, file: named === undefined ? undefined : resolve(named) }
}
