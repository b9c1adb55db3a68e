import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'

export interface KeyFile {
  readonly name: string
  readonly bytes: Uint8Array
}

/** Puts the keys where a node looks for them; one that is there and is another is not replaced, and nothing is restored then. */
export function keepKeys(directory: string, keys: readonly KeyFile[]): number {
  const wanted = keys.map(({ name, bytes }) => ({ file: join(directory, name), bytes }))
  for (const { file, bytes } of wanted) {
    if (existsSync(file) && !readFileSync(file).equals(bytes))
      throw new Error(
        `${file} is another key than that of the backup: move it away, or name another ETALON_DATA_DIR`,
      )
  }
  if (wanted.length > 0) mkdirSync(directory, { recursive: true, mode: 0o700 })
  for (const { file, bytes } of wanted)
    if (!existsSync(file)) writeFileSync(file, bytes, { mode: 0o600, flag: 'wx', flush: true })
  return keys.length
}
