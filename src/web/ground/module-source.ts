import { stripTypeScriptTypes } from 'node:module'

/** A module as a browser takes it: without types, and with addresses where there were names of files. */
export interface BrowserModule {
  readonly code: string
  /** The files it imports, as paths below src/. */
  readonly files: readonly string[]
}

const importPattern = /^([ \t]*(?:import|export)\s(?:[^'"]*?\sfrom\s+)?|\s*import\s*\(\s*)'([^']+)'/gm

/** `file` is a path below src/: `web/client/verify.ts`. */
export function browserModule(file: string, source: string): BrowserModule {
  const files: string[] = []
  const code = strip(source)
    // What imports types only has been blanked out; a list of which nothing is left still has to be fetched.
    .replaceAll(importPattern, (_, before: string, from: string) => {
      const target = targetOf(file, from)
      files.push(target)
      return `${before}'${addressOf(target)}'`
    })
  return { code, files }
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

function targetOf(file: string, from: string): string {
  const counterpart = counterparts[from]
  if (counterpart !== undefined) return counterpart
  if (from.startsWith('#')) return from.slice(1)
  if (from.startsWith('.')) return new URL(from, `file:///${file}`).pathname.slice(1)
  throw new Error(`${file} imports ${from}, which no browser has`)
}

const islandFolder = 'web/client/'

/** Islands by their name; what they share with the service, by its path. */
export const addressOf = (file: string): string => {
  const path = file.startsWith(islandFolder) ? file.slice(islandFolder.length) : `shared/${file}`
  return `/assets/${path.replace(/\.ts$/, '.js')}`
}

export const islandFile = (name: string): string => `${islandFolder}${name}.ts`
