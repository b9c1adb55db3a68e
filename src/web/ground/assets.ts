import { createHash } from 'node:crypto'
import { globSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Island } from './frame.ts'
import { addressOf, browserModule, islandFile, placeOf } from './module-source.ts'

/** What a page fetches: one sheet of styles, and the modules of its islands. */
export interface Assets {
  /** With its digest in the address: it never changes. */
  readonly styleSheet: string
  readonly island: (name: string) => Island
  /** By the path that was asked for. */
  readonly script: (path: string) => Script | undefined
}

export interface Script {
  readonly code: string
  readonly etag: string
}

interface Known extends Script {
  readonly imports: readonly string[]
}

const source = join(import.meta.dirname, '../..')

/** The islands, and whatever they import: nothing else of the source is served. */
export function assetsOf(styleSheet: string): Assets {
  const scripts = new Map<string, Known>()
  const read = (file: string): void => {
    if (scripts.has(addressOf(file))) return
    const { code, files, later } = browserModule(file, readFileSync(join(source, placeOf(file)), 'utf8'))
    const imports = files.map(addressOf)
    scripts.set(addressOf(file), { code, etag: `"${digestOf(code)}"`, imports })
    for (const each of [...files, ...later]) read(each)
  }
  // Made when the first page asks: a service that answers no pages reads no islands.
  const loaded = { isDone: false }
  const load = () => {
    if (loaded.isDone) return
    loaded.isDone = true
    for (const file of globSync('web/client/**/*.ts', { cwd: source })) read(file.replaceAll('\\', '/'))
  }
  const importsOf = (path: string, seen: Set<string>): Set<string> => {
    for (const each of scripts.get(path)?.imports ?? []) {
      if (seen.has(each)) continue
      seen.add(each)
      importsOf(each, seen)
    }
    return seen
  }
  return {
    styleSheet: `/style.css?v=${digestOf(styleSheet)}`,
    island: (name) => {
      load()
      const path = addressOf(islandFile(name))
      if (!scripts.has(path)) throw new Error(`There is no island ${name} in src/web/client/`)
      return { path, imports: [...importsOf(path, new Set())] }
    },
    script: (path) => {
      load()
      return scripts.get(path)
    },
  }
}

const digestOf = (text: string) => createHash('sha256').update(text).digest('base64url').slice(0, 22)
