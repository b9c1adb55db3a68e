import { createPrivateKey, generateKeyPairSync, type KeyObject } from 'node:crypto'
import { linkSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'

/** The Ed25519 key by which the node signs its statements; made at first start, readable by us alone. */
export function loadNodeKey(dataDir: string): KeyObject {
  const directory = join(dataDir, 'keys')
  const file = join(directory, 'node.pem')
  mkdirSync(directory, { recursive: true, mode: 0o700 })
  const key = createPrivateKey(read(file) ?? create(file))
  if (key.asymmetricKeyType !== 'ed25519')
    throw new Error(`${file} holds a key of the kind ${key.asymmetricKeyType}: an Ed25519 key is needed`)
  return key
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
