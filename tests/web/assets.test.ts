import { globSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { assetsOf } from '#web/ground/assets.ts'
import { browserModule } from '#web/ground/module-source.ts'
import { styleSheet } from '#web/styles.ts'

const islands = globSync('src/web/client/*.ts').map((file) => file.replace(/^.*[\\/]|\.ts$/g, ''))

describe('what a browser is given', () => {
  const assets = assetsOf(styleSheet)

  it.each(islands)('island %s has everything that it imports, and at most 300 kB with it', (name) => {
    const { path, imports } = assets.island(name)
    const scripts = [path, ...imports].map((each) => assets.script(each))
    expect(scripts.every((script) => script !== undefined)).toBe(true)
    const bytes = scripts.reduce((sum, script) => sum + Buffer.byteLength(script?.code ?? ''), 0)
    expect(bytes).toBeLessThanOrEqual(300_000)
  })

  it('is nothing of the source that no island imports', () => {
    for (const path of ['/assets/shared/app.js', '/assets/../app.js', '/assets/shared/keys.js'])
      expect(assets.script(path)).toBeUndefined()
  })

  it('has no types, and addresses in the place of names', () => {
    const source = "import { a, type B } from '#evidence/encoding.ts'\nexport const x: B = a('../x.ts')\n"
    const { code, files } = browserModule('web/client/x.ts', source)
    expect(files).toEqual(['evidence/encoding.ts'])
    expect(code).toMatch(
      /^import \{ a,\s+\} from '\/assets\/shared\/evidence\/encoding\.js'\nexport const x\s+= a\('\.\.\/x\.ts'\)\n$/,
    )
  })

  it('refuses an island that needs more than a browser has', () => {
    expect(() => browserModule('web/client/x.ts', "import 'pg'\n")).toThrow('pg, which no browser has')
  })

  it('names no colour of a picture or a page but in one place, and has no address of another host', () => {
    expect(styleSheet).not.toMatch(/url\(|@import|https?:/)
  })
})
