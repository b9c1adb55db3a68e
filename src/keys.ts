import { generateKeyPairSync } from 'node:crypto'
import { linkSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { type SigningKey, signingKeyFrom } from '#evidence/keys.ts'

/** The Ed25519 key by which the node signs its statements; made at first start, readable by us alone. */
export function loadNodeKey(dataDir: string): SigningKey {
  const directory = join(dataDir, 'keys')
  const file = join(directory, 'node.pem')
  mkdirSync(directory, { recursive: true, mode: 0o700 })
  const pem = read(file) ?? create(file)
  try {
    return signingKeyFrom(pem)
  } catch (cause) {
    throw new Error(`${file} holds no Ed25519 private key: ${cause instanceof Error ? cause.message : ''}`, {
      cause,
    })
  }
}

function read(file: string): string | undefined {
  try {
    return readFileSync(file, 'utf8')
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return undefined
    throw error
  }
}

/** Complete or not there; of two that start at once both use the key of the first. */
function create(file: string): string {
  const { privateKey } = generateKeyPairSync('ed25519')
  const unfinished = `${file}.${process.pid}`
  writeFileSync(unfinished, privateKey.export({ type: 'pkcs8', format: 'pem' }), { mode: 0o600, flush: true })
  try {
    linkSync(unfinished, file)
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error
  } finally {
    rmSync(unfinished)
  }
  return readFileSync(file, 'utf8')
}
