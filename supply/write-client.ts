import { execFileSync } from 'node:child_process'
import { globSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { stripTypeScriptTypes } from 'node:module'
import { dirname, relative } from 'node:path'
import { format } from 'prettier'

/*
 * Writes `dist/`: the client as a package of others finds it. Node strips no types below node_modules, so what others
 * import has to be JavaScript; and `#contract/types.ts` means our own source.
 */

const compiler = 'node_modules/typescript/bin/tsc'

/** The imports of a file below `dist`, by the names that its neighbours have there. */
function amongNeighbours(file: string, text: string): string {
  const top = relative(dirname(file), 'dist').replaceAll('\\', '/')
  return text
    .replaceAll(/'#([\w/-]+)\.ts'/g, `'${top}/$1.js'`)
    .replaceAll(/'(\.\.?\/[\w./-]+)\.ts'/g, `'$1.js'`)
}

/** Where types were, stripping leaves blanks. */
const javaScriptOf = (source: string): Promise<string> =>
  format(stripTypeScriptTypes(readFileSync(source, 'utf8')), {
    parser: 'babel',
    semi: false,
    singleQuote: true,
  })

const write = (file: string, text: string) => writeFileSync(file, amongNeighbours(file, text))

rmSync('dist', { recursive: true, force: true })
execFileSync(process.execPath, [compiler, '-p', 'supply/tsconfig.client.json'], { stdio: 'inherit' })
for (const file of globSync('dist/**/*.d.ts').map((path) => path.replaceAll('\\', '/'))) {
  const source = file.replace(/^dist/, 'src').replace(/\.d\.ts$/, '.ts')
  write(file, readFileSync(file, 'utf8'))
  // Types alone leave nothing to run.
  if (file.startsWith('dist/client/')) write(file.replace(/\.d\.ts$/, '.js'), await javaScriptOf(source))
}
