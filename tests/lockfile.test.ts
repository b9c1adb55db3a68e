import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'

interface Locked {
  readonly version: string
  readonly resolved?: string
  readonly integrity?: string
  readonly hasInstallScript?: true
}

const jsonIn = (file: string) => JSON.parse(readFileSync(file, 'utf8')) as Record<string, unknown>
const manifest = jsonIn('package.json')
const allowed = manifest['allowScripts'] as Readonly<Record<string, boolean>>
const { '': root, ...packages } = jsonIn('package-lock.json')['packages'] as Readonly<Record<string, Locked>>
const locked = Object.entries(packages)
const nameOf = (place: string) => place.slice(place.lastIndexOf('node_modules/') + 'node_modules/'.length)

describe('what is installed', () => {
  it('is, byte for byte, what was locked', () => {
    expect(locked.length).toBeGreaterThan(100)
    expect(locked.filter(([, { integrity }]) => !/^sha512-[\w+/]{86}==$/.test(integrity ?? ''))).toEqual([])
  })

  it('comes from whichever registry the machine uses', () => {
    expect(locked.filter(([, { resolved }]) => resolved !== undefined)).toEqual([])
  })

  it('has exactly the versions that package.json names', () => {
    const groups = ['dependencies', 'devDependencies', 'optionalDependencies'] as const
    for (const group of groups) {
      const named = manifest[group] as Readonly<Record<string, string>>
      expect((root as unknown as Record<string, unknown>)[group]).toEqual(named)
      for (const [name, version] of Object.entries(named))
        expect([name, packages[`node_modules/${name}`]?.version]).toEqual([name, version])
    }
  })

  it('runs a script while it is installed only where somebody has decided so', () => {
    const scripted = locked.filter(([, { hasInstallScript }]) => hasInstallScript).map(([at]) => nameOf(at))
    expect(new Set(scripted)).toEqual(new Set(Object.keys(allowed)))
  })
})
