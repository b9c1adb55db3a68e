import { existsSync, globSync, readFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { refusalsOf } from '#refusal.ts'
import { operations } from '../src/app.ts'

const read = (file: string) => readFileSync(file, 'utf8')
const documents = ['README.md', 'CHANGELOG.md', ...globSync('docs/*.md').sort()]
const found = (text: string, pattern: RegExp): string[] => [
  ...new Set([...text.matchAll(pattern)].map(([, found = '']) => found)),
]
const insideBackticks = (text: string) => found(text, /`([^`\n]+)`/g)

/** A list in another medium is the list. */
const withoutEnding = (path: string): string => path.replace(/\.(?:csv|ndjson|xlsx)$/, '')

/** `/v1/equipment/DPLANT-BAL/events` is a path of `/v1/equipment/{id}/events`; a template only of itself. */
const isOf = (named: string) => (path: string) => {
  const segments = named.split('/')
  const others = path.split('/')
  return (
    segments.length === others.length &&
    others.every((other, i) => {
      const segment = segments[i] ?? ''
      // One operation for each kind, said of all of them.
      if (segment === '{kind}') return true
      return segment === other || (other.startsWith('{') && segment !== '' && !segment.startsWith('{'))
    })
  )
}

const isThere = (path: string): boolean =>
  operations.some((one) => isOf(path)(one.path) || isOf(withoutEnding(path))(one.path))

/** `POST /v1/calibrations` */
function isServed(named: string): boolean {
  const [method = '', path = ''] = named.split(' ')
  return operations.some((one) => one.method === method.toLowerCase() && isOf(path)(one.path))
}

/** As the program reads it: `read('PORT', …)`. */
const variables = found(read('src/config.ts'), /\bread\('([A-Z_]+)'/g)
/** What tests, measurements, and the program that asks a registry read. */
const ofOthers = globSync('{bench,tests,supply,src/cli}/**/*.ts').flatMap((file) => [
  ...found(read(file), /\bsaid\('(ETALON_[A-Z_]+)'\)/g),
  ...found(read(file), /process\.env\['(ETALON_[A-Z_]+)'\]/g),
])
/** Events are named as refusals are: by what they are about and what is so. */
const eventKinds = (JSON.parse(read('schemas/events/kind.json')) as { enum: string[] }).enum
const variablesNamed = (text: string) => [
  ...found(text, /\b((?:ETALON|DATABASE)_[A-Z]+(?:_[A-Z]+)*)\b/g),
  ...found(text, /^\|\s*`([A-Z_]+)`/gm),
]

/** Advice has codes like those of refusals, and is no refusal. */
const source = globSync('src/metrology/**/*.ts').map(read).join('\n')

const scripts = Object.keys((JSON.parse(read('package.json')) as { scripts: object }).scripts)

describe.each(documents)('%s', (file) => {
  const text = read(file)

  it('links to files that are there', () => {
    const links = found(text, /\]\(([^)\s#]+)(?:#[^)]*)?\)/g).filter((link) => !/^[a-z]+:/.test(link))
    expect(links.filter((link) => !existsSync(join(dirname(file), link)))).toEqual([])
  })

  it('links to headings that are there', () => {
    const anchors = [...text.matchAll(/\]\(([^)\s#]*)#([^)]+)\)/g)]
      .map(([, path = '', anchor = '']) => ({ to: path === '' ? file : join(dirname(file), path), anchor }))
      .filter(({ to }) => existsSync(to) && to.endsWith('.md'))
    expect(anchors.filter(({ to, anchor }) => !headingsOf(read(to)).includes(anchor))).toEqual([])
  })

  it('names operations that the service has', () => {
    const named = found(text, /(\/v1\/[\w{}$./~-]*[\w}])/g)
    expect(named.filter((path) => !isThere(path))).toEqual([])
  })

  it('names them with methods that they have', () => {
    const named = found(text, /\b((?:GET|POST|PUT|PATCH|DELETE) \/v1\/[\w{}$./~-]*[\w}])/g)
    expect(named.filter((one) => !isServed(one))).toEqual([])
  })

  it('names variables that the program reads', () => {
    expect(variablesNamed(text).filter((name) => ![...variables, ...ofOthers].includes(name))).toEqual([])
  })

  it('names scripts that package.json has', () => {
    expect(found(text, /npm run ([\w:]+)/g).filter((script) => !scripts.includes(script))).toEqual([])
  })

  it('names files of the repository that are there', () => {
    const named = insideBackticks(text).filter((word) =>
      /^(?:src|tests|schemas|fixtures|migrations|bench|docs)\/[\w./-]*$/.test(word),
    )
    expect(named.filter((path) => !existsSync(path))).toEqual([])
  })

  it('names refusals that are defined', () => {
    const named = insideBackticks(text)
      .map((word) => ({ word, room: /^([a-z]+(?:-[a-z]+)*)\.[a-z]+(?:-[a-z]+)*$/.exec(word)?.[1] ?? '' }))
      .filter(({ room }) => room !== '' && refusalsOf(room).length > 0)
    const isKnown = ({ word, room }: (typeof named)[number]) =>
      eventKinds.includes(word) ||
      refusalsOf(room).some(({ definition }) => definition.code === word) ||
      source.includes(`'${word}'`)
    expect(named.filter((one) => !isKnown(one)).map(({ word }) => word)).toEqual([])
  })

  it('tells nothing about the machine it was written on', () => {
    expect(text).not.toMatch(/\/(?:home|root|work|tmp)\/|127\.0\.0\.1:(?!3000)\d/)
  })
})

/** As the sites that show Markdown name them. */
function headingsOf(text: string): string[] {
  return found(text, /^#{1,6} (.+)$/gm).map((heading) =>
    heading
      .toLowerCase()
      .replaceAll(/[^\p{L}\p{N} _-]/gu, '')
      .replaceAll(' ', '-'),
  )
}

describe('the documents together', () => {
  it.each(['README.md', 'docs/operations.md'])('%s names every variable that the program reads', (file) => {
    expect(variables.length).toBeGreaterThan(5)
    expect(
      variables.filter(
        (name) => !variablesNamed(read(file)).includes(name) && !read(file).includes(`\`${name}\``),
      ),
    ).toEqual([])
  })
})
