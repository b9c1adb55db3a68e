import { randomBytes } from 'node:crypto'
import {
  chmodSync,
  chownSync,
  existsSync,
  mkdirSync,
  readFileSync,
  renameSync,
  rmSync,
  writeFileSync,
} from 'node:fs'
import { join } from 'node:path'
import type { Binaries } from './binaries.ts'
import { clusterArgument, type Place, runProgram } from './program.ts'
import { handOver } from './account.ts'

/** Names of the database and of the role that owns it; the role may do nothing outside. */
export const databaseName = 'etalon'
export const superuser = 'postgres'

/** Collation and case mapping built into PostgreSQL: the same order on every machine, whatever its C library or ICU. */
const locale = [
  '--locale-provider=builtin',
  '--builtin-locale=C.UTF-8',
  '--locale=C',
  '--encoding=UTF8',
] as const
/** Nobody by socket; by loopback only who knows the password. */
const access = ['--auth-local=reject', '--auth-host=scram-sha-256', `--username=${superuser}`] as const

export interface Preparation extends Place {
  readonly dataDir: string
  readonly binaries: Binaries
  readonly durable: boolean
  readonly signal?: AbortSignal | undefined
}

/** Creates the cluster at first start; returns the password of its roles. */
export async function prepareCluster(asked: Preparation): Promise<string> {
  const { cluster, account, dataDir } = asked
  if (!existsSync(join(cluster, 'PG_VERSION'))) return createCluster(asked)
  handOver(cluster, account)
  // PostgreSQL insists; an unpacked backup may have lost it.
  chmodSync(cluster, 0o700)
  const file = passwordFile(dataDir)
  if (existsSync(file)) return readFileSync(file, 'utf8').trim()
  return setPassword(asked)
}

/** Complete or not there: until everything is in place the cluster has another name. */
async function createCluster(asked: Preparation): Promise<string> {
  const { account, binaries, cluster, dataDir, durable, signal } = asked
  const unfinished = { account, cluster: `${cluster}.unfinished` }
  rmSync(unfinished.cluster, { recursive: true, force: true })
  mkdirSync(unfinished.cluster, { mode: 0o700 })
  if (account !== undefined) chownSync(unfinished.cluster, account.uid, account.gid)
  const where = [`--pgdata=${clusterArgument(unfinished)}`, '--data-checksums', '--no-instructions']
  const careless = durable ? [] : ['--no-sync']
  await runProgram(binaries.initdb, [...where, ...locale, ...access, ...careless], unfinished, { signal })
  const create = [
    `create role ${databaseName} login`,
    `create database ${databaseName} owner ${databaseName}`,
  ]
  await administer({ ...asked, ...unfinished }, create)
  const password = await setPassword({ ...asked, ...unfinished, dataDir })
  renameSync(unfinished.cluster, cluster)
  return password
}

/** Also the way back when the file was lost: whoever holds the directory holds the data. */
async function setPassword(asked: Preparation): Promise<string> {
  const password = randomBytes(24).toString('base64url')
  await administer(
    asked,
    [superuser, databaseName].map((role) => `alter role ${role} password '${password}'`),
  )
  const file = passwordFile(asked.dataDir)
  rmSync(file, { force: true })
  writeFileSync(file, `${password}\n`, { mode: 0o600, flag: 'wx' })
  return password
}

const passwordFile = (dataDir: string) => join(dataDir, 'postgres.password')

/** Single-user mode: no server, no network, no password needed yet. Each line is one statement. */
async function administer(asked: Preparation, statements: readonly string[]): Promise<void> {
  const args = [
    '--single',
    '-D',
    clusterArgument(asked),
    '-c',
    `fsync=${asked.durable ? 'on' : 'off'}`,
    'postgres',
  ]
  const input = statements.map((statement) => `${statement};\n`).join('')
  await runProgram(asked.binaries.postgres, args, asked, { input, signal: asked.signal })
}
