import { existsSync, mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import type { TestProject } from 'vitest/node'

/** Where the browser is, and what it must find around itself; or why there is none. */
export interface Chromium {
  readonly path?: string
  readonly env?: Readonly<Record<string, string>>
  readonly absent?: string
}

declare module 'vitest' {
  interface ProvidedContext {
    chromium: Chromium
  }
}

const root = join(import.meta.dirname, '../..')
const cache = join(root, 'node_modules/.cache/chromium')

/** Unpacks the Chromium that came with the packages, once and before any worker starts. `CHROMIUM_PATH` names another one. */
export async function setup(project: TestProject): Promise<void> {
  project.provide('chromium', await chromium())
}

export async function chromium(): Promise<Chromium> {
  const own = process.env['CHROMIUM_PATH']
  if (own !== undefined) return existsSync(own) ? { path: own, env: {} } : { absent: `no file ${own}` }
  if (process.platform !== 'linux' || process.arch !== 'x64')
    return {
      absent: `no Chromium comes with the packages for ${process.platform} on ${process.arch}: set CHROMIUM_PATH`,
    }
  mkdirSync(cache, { recursive: true })
  return {
    path: await unpacked(),
    env: { LD_LIBRARY_PATH: join(cache, 'al2023/lib'), FONTCONFIG_PATH: fonts() },
  }
}

/** The package unpacks into the temporary folder, and its libraries only where it takes the machine for a bare one. */
async function unpacked(): Promise<string> {
  const kept = { TMPDIR: process.env['TMPDIR'], AWS_EXECUTION_ENV: process.env['AWS_EXECUTION_ENV'] }
  process.env['TMPDIR'] = cache
  process.env['AWS_EXECUTION_ENV'] = 'AWS_Lambda_nodejs24.x'
  try {
    const { default: packaged } = await import('@sparticuz/chromium')
    return await packaged.executablePath()
  } finally {
    for (const [name, value] of Object.entries(kept)) {
      if (value === undefined) delete process.env[name]
      else process.env[name] = value
    }
  }
}

/** Without any font Chromium ends at the first text; without a Chinese one it draws boxes. */
function fonts(): string {
  const folder = join(cache, 'fontconf')
  mkdirSync(folder, { recursive: true })
  const packages = join(root, 'node_modules/@expo-google-fonts')
  const faces = ['noto-sans-sc/400Regular', 'noto-sans-sc/600SemiBold', 'ibm-plex-sans', 'ibm-plex-mono']
  const folders = [join(cache, 'fonts'), ...faces.map((face) => join(packages, face))]
  const text = `<?xml version="1.0"?><!DOCTYPE fontconfig SYSTEM "fonts.dtd"><fontconfig>${folders
    .map((each) => `<dir>${each}</dir>`)
    .join('')}<cachedir>${join(cache, 'fontcache')}</cachedir></fontconfig>`
  writeFileSync(join(folder, 'fonts.conf'), text)
  return folder
}
