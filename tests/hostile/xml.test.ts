import { describe, expect, it } from 'vitest'
import { service } from '../service.ts'
import { exampleRegistry, importedFile } from './example-registry.ts'
import { bytesOf, casesFor, hostileCases, isListHere, type HostileCase } from './hostile-inputs.ts'
import { brokenPromises } from './outcome.ts'
import { runningProcess } from './running-process.ts'
import { initOf, targetOf, validRequests } from './valid-requests.ts'

const s = service()
const registry = exampleRegistry(s)
const etalon = runningProcess(s)

/** What is broken of what is promised when this file is sent. */
async function brokenBy(
  file: string | Uint8Array<ArrayBuffer>,
  expected: HostileCase['expect'],
): Promise<string[]> {
  const [request] = validRequests(registry).get('import-certificate') ?? []
  if (!request) throw new Error('There is a certificate that can be imported')
  const { operation } = request
  const answer = await etalon.ask(targetOf({ ...request, query: {} }), { ...initOf(request), body: file })
  return brokenPromises(answer, { operation, expect: expected })
}

const useOf = (hostile: HostileCase): string => (hostile as { readonly use?: string }).use ?? ''
const text = (hostile: HostileCase) => new TextDecoder().decode(bytesOf(hostile.payload))
const plain = importedFile('EX-D-3')

// The list lies beside this repository where the conformance corpus is checked out.
describe.skipIf(!isListHere)('the list of hostile files', () => {
  it.each(casesFor('xml-import'))('is no certificate: %s', async (_, hostile) => {
    expect(await brokenBy(bytesOf(hostile.payload), hostile.expect)).toEqual([])
  })

  it.each(casesFor('xml-prolog'))('stands before the root of a valid one: %s', async (_, hostile) => {
    const file = plain
      .replace('?>', () => `?>${text(hostile)}`)
      .replace('>Writer<', () => `>${useOf(hostile)}<`)
    expect(await brokenBy(file, hostile.expect)).toEqual([])
  })

  it.each(casesFor('xml-value'))('stands for the first value of a valid one: %s', async (_, hostile) => {
    const file = plain.replace(
      /(<si:valueXMLList>)10(<)/,
      (__, start: string, end: string) => start + text(hostile) + end,
    )
    expect(await brokenBy(file, hostile.expect)).toEqual([])
  })

  it('is known to this test', () => {
    expect(hostileCases.filter(({ category }) => category === 'xml').length).toBeGreaterThan(0)
  })
})

const nested = (depth: number) =>
  `<x:a xmlns:x="urn:x">${'<x:a>'.repeat(depth)}${'</x:a>'.repeat(depth)}</x:a>`
const commented = (inside: string) =>
  plain.replace(
    '</dcc:measurementResults>',
    () => `</dcc:measurementResults><dcc:comment>${inside}</dcc:comment>`,
  )

describe('a running process that is sent a file', () => {
  it.each([
    ['nested a hundred thousand times', commented(nested(100_000))],
    ['of three hundred thousand elements', commented('<x/>'.repeat(300_000))],
    ['of a million attributes', plain.replace('<dcc:items>', `<dcc:items ${'a="1" '.repeat(1_000_000)}>`)],
    ['whose comment never ends', `<!--${'-'.repeat(1_000_000)}`],
    ['whose tag never ends', `<${'a'.repeat(1_000_000)}`],
    ['with a value of a million digits', plain.replace('>10.000005<', `>${'9'.repeat(1_000_000)}<`)],
    [
      'with a unit of a million characters',
      plain.replace(String.raw`>\kilogram<`, String.raw`>${String.raw`\kilo`.repeat(200_000)}<`),
    ],
    ['of nothing but prolog', `<?xml version="1.0"?>${'<!-- -->'.repeat(500_000)}`],
    ['of nothing', ''],
  ])(
    '%s refuses it or keeps it within a second, and lives',
    async (_, file) => {
      const before = await etalon.residentMegabytes()
      expect(await brokenBy(file, 'reject-or-inert')).toEqual([])
      expect((await etalon.residentMegabytes()) - before).toBeLessThan(400)
      expect(etalon.isRunning()).toBe(true)
    },
    60_000,
  )
})
