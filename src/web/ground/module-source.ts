import { stripTypeScriptTypes } from 'node:module'

/** A module as a browser takes it: without types, and with addresses where there were names of files. */
export interface BrowserModule {
  readonly code: string
  /** What it imports, as paths below src/ or `packages/`. */
  readonly files: readonly string[]
  /** What it imports when it is needed. */
  readonly later: readonly string[]
}

const importPattern = /^([ \t]*(?:import|export)\s(?:[^'"]*?\sfrom\s+)?)(['"])([^'"]+)\2/gm
const laterPattern = /(\bimport\(\s*)(['"])([^'"]+)\2/g

/** `file` is a path below src/ (`web/client/verify.ts`), or one of a package below `packages/`. */
export function browserModule(file: string, source: string): BrowserModule {
  const [files, later]: [string[], string[]] = [[], []]
  const addressed = (found: string[]) => (_: string, before: string, quote: string, from: string) => {
    const target = targetOf(file, from)
    found.push(target)
    return `${before}${quote}${addressOf(target)}${quote}`
  }
  const code = (file.endsWith('.ts') ? strip(source) : source)
    .replaceAll(importPattern, addressed(files))
    .replaceAll(laterPattern, addressed(later))
    // Where types were, there are blanks.
    .replaceAll(/[ \t]+$/gm, '')
    .replaceAll(/\n{2,}/g, '\n')
  return { code, files, later }
}

/** Node warns once that the function is young; whoever runs a registry cannot do anything about it. */
function strip(source: string): string {
  const { emitWarning } = process
  process.emitWarning = () => undefined
  try {
    return stripTypeScriptTypes(source)
  } finally {
    process.emitWarning = emitWarning
  }
}

/** What stands in for a module of Node in a browser. */
const counterparts: Readonly<Record<string, string>> = { 'node:crypto': 'web/client/node-crypto.ts' }

/** The packages that browsers may have: plain modules that need nothing of Node. */
const packages = ['canonicalize', 'hono/html'] as const
const packageFolder = 'packages/'

function targetOf(file: string, from: string): string {
  const counterpart = counterparts[from]
  if (counterpart !== undefined) return counterpart
  if (from.startsWith('#')) return from.slice(1)
  if (from.startsWith('.')) return new URL(from, `file:///${file}`).pathname.slice(1)
  if (packages.some((name) => name === from)) {
    const [, path = ''] = import.meta.resolve(from).split('/node_modules/')
    return packageFolder + path
  }
  throw new Error(`${file} imports ${from}, which no browser has`)
}

const islandFolder = 'web/client/'

/** Islands by their name; what they share with the service, by its path. */
export const addressOf = (file: string): string => {
  if (file.startsWith(packageFolder)) return `/assets/${file}`
  const path = file.startsWith(islandFolder) ? file.slice(islandFolder.length) : `shared/${file}`
  return `/assets/${path.replace(/\.ts$/, '.js')}`
}

export const islandFile = (name: string): string => `${islandFolder}${name}.ts`

/** Where a file lies, below the folder of the source. */
export const placeOf = (file: string): string =>
  file.startsWith(packageFolder) ? `../node_modules/${file.slice(packageFolder.length)}` : file
