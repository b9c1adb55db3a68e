import { execFile } from 'node:child_process'
import { once } from 'node:events'
import { mkdtempSync, rmSync } from 'node:fs'
import { createServer, type RequestListener } from 'node:http'
import type { AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, describe, expect, it } from 'vitest'

const directory = mkdtempSync(join(tmpdir(), 'etalon-audit-'))
const closing: (() => void)[] = [() => rmSync(directory, { recursive: true })]
afterAll(() => closing.forEach((close) => close()))

async function registryThat(answers: RequestListener): Promise<string> {
  const server = createServer((request, response) => {
    request.resume().on('end', () => answers(request, response))
  }).listen(0, '127.0.0.1')
  await once(server, 'listening')
  closing.push(() => server.close())
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}/`
}

/** What a registry answers that knows these advisories, about every version of pg. */
const withAdvisories = (...severities: readonly string[]) =>
  registryThat((request, response) => {
    if (request.method !== 'POST') return void response.writeHead(404).end('{}')
    const pg = severities.map((severity, id) => ({
      id,
      severity,
      url: `https://advisories.example/${id}`,
      title: `A ${severity} fault`,
      vulnerable_versions: '*',
    }))
    response.writeHead(200, { 'content-type': 'application/json' }).end(JSON.stringify({ pg }))
  })

/** What npm has learnt of advisories it keeps, even from another registry. */
const cacheOf = (registry: string) => join(directory, new URL(registry).port)

function audit(registry: string, environment: Record<string, string> = {}) {
  const env: Record<string, string | undefined> = {
    ...process.env,
    npm_execpath: undefined,
    npm_config_registry: registry,
    npm_config_cache: cacheOf(registry),
    ...environment,
  }
  return new Promise<{ code: number; said: string }>((resolve) => {
    execFile(process.execPath, ['supply/audit.ts'], { env }, (error, stdout, stderr) =>
      resolve({ code: Number(error?.code ?? 0), said: stdout + stderr }),
    )
  })
}

describe('the audit of what a node runs', () => {
  it('stops at a grave finding, and says which', async () => {
    const { code, said } = await audit(await withAdvisories('high', 'low'))
    expect([code, said]).toEqual([1, expect.stringMatching(/^audit: \d+ grave findings/)])
    expect(said).toMatch(/^ {2}high {2}pg: .*A high fault \(https:\/\/advisories\.example\/0\)/m)
  })

  it('passes where nothing grave was found', async () => {
    const { code, said } = await audit(await withAdvisories('moderate'))
    expect([code, said]).toEqual([
      0,
      expect.stringMatching(/^audit: 0 grave findings, [1-9]\d* lesser ones\n$/),
    ])
    expect(await audit(await withAdvisories())).toEqual({
      code: 0,
      said: 'audit: 0 grave findings, 0 lesser ones\n',
    })
  })

  it('says so where nobody can be asked, and fails only where it must be asked', async () => {
    const silent = await registryThat((_, response) => void response.writeHead(405).end())
    expect(await audit(silent)).toEqual({
      code: 0,
      said: expect.stringMatching(/cannot be asked.*405.*nothing was audited/),
    })
    expect(await audit(silent, { ETALON_AUDIT: 'required' })).toMatchObject({ code: 1 })
    expect(await audit('http://127.0.0.1:9/')).toEqual({
      code: 0,
      said: expect.stringMatching(/cannot be asked.*ECONNREFUSED/),
    })
  })
})
