import { generateKeyPairSync, randomBytes } from 'node:crypto'
import { linkSync, mkdirSync, readdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { pkcs8PemOf, type SigningKey, signingKeyFrom, signingKeyFromSeed } from '#evidence/keys.ts'
import { selfSignedCertificate } from '#exchange/x509/self-signed-certificate.ts'
import { type SealingKey, sealingKeyFrom } from '#exchange/xml-signature/sealing-key.ts'

/**
 * The Ed25519 keys by which the node signs, in files that we alone can read: `node.pem` signs; `next-….pem` waits until the log
 * names it. Which key counts is said by the log, so that a crash between two files changes nothing.
 */
export function openKeyring(dataDir: string) {
  const directory = join(dataDir, 'keys')
  const file = join(directory, 'node.pem')
  mkdirSync(directory, { recursive: true, mode: 0o700 })
  let signing = keyIn(file, read(file) ?? create(file, pkcs8PemOf(signingKeyFromSeed(randomBytes(32)))))
  const waiting = () => readdirSync(directory).filter((name) => /^next-[\w-]+\.pem$/.test(name))
  const fileOf = ({ kid }: SigningKey) => join(directory, `next-${kid}.pem`)
  return {
    current: () => signing,
    prepare: () => {
      const key = signingKeyFromSeed(randomBytes(32))
      writeFileSync(fileOf(key), pkcs8PemOf(key), { mode: 0o600, flush: true })
      return key
    },
    prepared: () => waiting().map((name) => keyIn(name, readFileSync(join(directory, name), 'utf8'))),
    adopt: (key: SigningKey) => {
      if (key.kid !== signing.kid) renameSync(fileOf(key), file)
      signing = key
      // Of rotations that were never committed.
      for (const name of waiting()) rmSync(join(directory, name), { force: true })
    },
  }
}

function keyIn(file: string, pem: string): SigningKey {
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
function create(file: string, pem: string): string {
  const unfinished = `${file}.${process.pid}`
  writeFileSync(unfinished, pem, { mode: 0o600, flush: true })
  try {
    linkSync(unfinished, file)
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error
  } finally {
    rmSync(unfinished)
  }
  return readFileSync(file, 'utf8')
}

/** The RSA key by which DCCs are sealed, and its certificate, in `seal.pem` beside the keys that sign statements. */
export function loadSealingKey(dataDir: string, now: Date): SealingKey {
  const directory = join(dataDir, 'keys')
  const file = join(directory, 'seal.pem')
  mkdirSync(directory, { recursive: true, mode: 0o700 })
  const pem = read(file) ?? create(file, newSealingPem(now))
  try {
    return sealingKeyFrom(pem)
  } catch {
    // The cause is not told: OpenSSL would quote from a private key.
    throw new Error(`${file} does not hold an RSA private key and the certificate that belongs to it`)
  }
}

/** 32 random bytes in `secrets.pem`: of them the keys are derived by which the node keeps what it must read again. */
export function loadSecretKey(dataDir: string): Uint8Array {
  const directory = join(dataDir, 'keys')
  const file = join(directory, 'secrets.pem')
  mkdirSync(directory, { recursive: true, mode: 0o700 })
  const pem = read(file) ?? create(file, secretPemOf(randomBytes(secretBytes)))
  const [, base64 = ''] = secretForm.exec(pem) ?? []
  const key = Buffer.from(base64, 'base64')
  if (key.length === secretBytes) return key
  throw new Error(`${file} does not hold the 32 bytes of the key of secrets`)
}

const secretBytes = 32
const secretForm = /^-----BEGIN ETALON SECRET KEY-----\n([A-Za-z0-9+/=]+)\n-----END ETALON SECRET KEY-----\n$/
const secretPemOf = (key: Uint8Array): string =>
  `-----BEGIN ETALON SECRET KEY-----\n${Buffer.from(key).toString('base64')}\n-----END ETALON SECRET KEY-----\n`

/** 3072 bits are as strong as the 128 bits of Ed25519 (NIST SP 800-57, 5.6.1.1). */
const sealingBits = 3072

export function newSealingPem(now: Date): string {
  const { privateKey } = generateKeyPairSync('rsa', { modulusLength: sealingBits })
  const certificate = selfSignedCertificate(privateKey, 'Etalon certificate seal', now)
  return privateKey.export({ type: 'pkcs8', format: 'pem' }).toString() + certificate
}
