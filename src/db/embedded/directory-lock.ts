import { createHash } from 'node:crypto'
import { rmSync, statSync } from 'node:fs'
import { connect, createServer, type Server } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

export interface DirectoryLock {
  /** The same for every process that means this directory, by whatever path. */
  readonly identity: string
  readonly release: () => Promise<void>
}

/**
 * One process per data directory. The lock is a listening socket, so it dies with the process, however that
 * ends, and cannot be mistaken for that of a later process with the same number.
 */
export async function lockDirectory(directory: string): Promise<DirectoryLock> {
  const identity = identityOf(directory)
  const server = await listenOn(addressOf(identity))
  if (server === undefined) {
    const holder = await holderOf(addressOf(identity))
    const who = holder === undefined ? 'another process' : `process ${holder}`
    throw new Error(
      `The data directory ${directory} is in use by ${who}: one server per data directory. ` +
        `Stop it, or set ETALON_DATA_DIR to another directory`,
    )
  }
  return { identity, release: () => new Promise((done) => server.close(() => done())) }
}

function identityOf(directory: string): string {
  const { dev, ino } = statSync(directory, { bigint: true })
  return createHash('sha256').update(`${dev}:${ino}`).digest('hex').slice(0, 20)
}

/** Linux (abstract name) and Windows (pipe) forget the address with the process; elsewhere a file stays behind. */
function addressOf(identity: string): string {
  if (process.platform === 'linux') return `\0etalon-${identity}`
  if (process.platform === 'win32') return `\\\\.\\pipe\\etalon-${identity}`
  return join(tmpdir(), `etalon-${identity}.sock`)
}

async function listenOn(address: string): Promise<Server | undefined> {
  const server = await tryToListen(address)
  if (server !== undefined || !address.endsWith('.sock') || (await holderOf(address)) !== undefined)
    return server
  rmSync(address, { force: true })
  return tryToListen(address)
}

function tryToListen(address: string): Promise<Server | undefined> {
  const server = createServer((caller) => caller.on('error', () => undefined).end(String(process.pid)))
  return new Promise((resolve, reject) => {
    server.on('error', (error: NodeJS.ErrnoException) =>
      error.code === 'EADDRINUSE' ? resolve(undefined) : reject(error),
    )
    server.listen({ path: address }, () => resolve(server.unref()))
  })
}

/** The process that answers at the address; nothing if there is none, or if it is too busy to say. */
function holderOf(address: string): Promise<string | undefined> {
  return new Promise((resolve) => {
    const caller = connect({ path: address }).setEncoding('utf8').setTimeout(500)
    const leave = (holder?: string) => {
      resolve(holder)
      caller.destroy()
    }
    caller.on('data', (pid: string) => leave(pid))
    caller.on('timeout', () => leave())
    caller.on('error', () => leave())
    caller.on('close', () => leave())
  })
}
