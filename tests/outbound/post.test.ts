import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { isPublicAddress } from '#outbound/address-guard.ts'
import { posterOf, type Lookup } from '#outbound/post.ts'
import { targetFault } from '#outbound/target.ts'

const closed = { allowPrivate: false }
const open = { allowPrivate: true }
const message = (url: string) => ({ url, headers: { 'content-type': 'text/plain' }, body: 'x' })

describe('an address', () => {
  it.each([
    '0.0.0.0',
    '10.1.2.3',
    '100.64.0.1',
    '127.0.0.1',
    '169.254.169.254',
    '172.31.255.255',
    '192.168.1.1',
    '198.18.0.1',
    '224.0.0.1',
    '255.255.255.255',
    '::',
    '::1',
    '::ffff:127.0.0.1',
    '::ffff:7f00:1',
    '::ffff:8.8.8.8',
    '::7f00:1',
    '64:ff9b::7f00:1',
    '64:ff9b:1::1',
    '2002:7f00:1::1',
    '2001:0:7f00::1',
    '2001:db8::1',
    '3fff::1',
    'fc00::1',
    'fd00:ec2::254',
    'fe80::1',
    'fe80::1%lo',
    'fec0::1',
    'ff02::1',
    'example.org',
    '',
  ])('%s is not public', (address) => {
    expect(isPublicAddress(address)).toBe(false)
  })

  it.each(['1.1.1.1', '8.8.8.8', '93.184.216.34', '172.32.0.1', '2606:4700:4700::1111', '2400:3200::1'])(
    '%s is public',
    (address) => {
      expect(isPublicAddress(address)).toBe(true)
    },
  )
})

describe('a target', () => {
  it.each([
    ['https://127.0.0.1/', 'address'],
    ['https://127.1/', 'address'],
    ['https://0x7f.1/', 'address'],
    ['https://2130706433/', 'address'],
    ['https://017700000001/', 'address'],
    ['https://127。0。0。1/', 'address'],
    ['https://①②⑦.⓪.⓪.①/', 'address'],
    ['https://[::1]/', 'address'],
    ['https://[::ffff:7f00:1]/', 'address'],
    ['https://localhost/', 'name'],
    ['https://LOCALHOST./', 'name'],
    ['https://a.localhost/', 'name'],
    ['https://printer.local/', 'name'],
    ['https://metadata.google.internal/', 'name'],
    ['https://intranet/', 'name'],
    ['https://user:pw@example.org/', 'credentials'],
    ['https://example.org:22/', 'port'],
    ['http://example.org/', 'scheme'],
    ['ftp://example.org/', 'scheme'],
    ['file:///etc/passwd', 'scheme'],
    ['//example.org/', 'not-a-url'],
  ])('%s is refused for its %s', (url, fault) => {
    expect(targetFault(url, closed)).toBe(fault)
  })

  it('is a public name over HTTPS at 443 or 8443', () => {
    for (const url of ['https://example.org/a?b', 'https://example.org:8443/', 'https://1.1.1.1/'])
      expect(targetFault(url, closed), url).toBeUndefined()
  })
})

describe('a request of ours', () => {
  const reached: string[] = []
  let server: Server
  let port: number
  beforeAll(async () => {
    server = createServer((request, response) => {
      reached.push(request.url ?? '')
      if (request.url === '/redirect') response.writeHead(302, { location: '/secret' }).end()
      else if (request.url === '/flood') response.end('x'.repeat(3_000_000))
      else if (request.url !== '/silence') response.end('ok')
    })
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
    ;({ port } = server.address() as AddressInfo)
  })
  afterAll(() => {
    server.closeAllConnections()
    server.close()
  })

  it('never reaches an address that a public name hides, also where it changes its mind', async () => {
    const answers = [['93.184.216.34', '10.0.0.5'], ['127.0.0.1'], ['64:ff9b::7f00:1'], []]
    const resolve: Lookup = (_, __, done) =>
      done(
        null,
        (answers.shift() ?? []).map((address) => ({ address, family: address.includes(':') ? 6 : 4 })),
      )
    const poster = posterOf(closed, resolve)
    for (let turn = 0; turn < 4; turn++)
      expect(await poster.post(message('https://rebind.example/'))).toEqual({ fault: 'target-address' })
    await poster.close()
    expect(reached).toEqual([])
  })

  it('follows no redirect, reads no more than a mebibyte, and waits no longer than five seconds', async () => {
    const poster = posterOf(open)
    const post = (path: string) => poster.post(message(`http://127.0.0.1:${port}${path}`))
    expect(await post('/')).toEqual({ status: 200 })
    expect(await post('/redirect')).toEqual({ status: 302, fault: 'redirect' })
    const flood = await post('/flood')
    const begun = performance.now()
    expect(await post('/silence')).toMatchObject({ fault: 'timeout' })
    expect(performance.now() - begun).toBeLessThan(7_000)
    expect(JSON.stringify(flood).length).toBeLessThan(100)
    await poster.close()
    expect(reached).not.toContain('/secret')
  })

  it('says in a word why nobody answered', async () => {
    const poster = posterOf(open)
    expect(await poster.post(message('http://127.0.0.1:1/'))).toEqual({ fault: 'ECONNREFUSED' })
    await poster.close()
  })
})
