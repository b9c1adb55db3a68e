import { resolve } from 'node:path'
import { describe, expect, it } from 'vitest'
import { readConfig } from '#config.ts'

describe('the environment', () => {
  it('may say nothing: then Etalon listens on the loopback with a database of its own', () => {
    expect(readConfig({})).toEqual({
      host: '127.0.0.1',
      port: 3000,
      databaseUrl: undefined,
      replicaUrls: [],
      webhookAllowPrivate: false,
      dataDir: resolve('.etalon'),
      adminKey: undefined,
      origin: undefined,
      dccSchemaDir: undefined,
      rateLimits: { lookups: 6_000, logins: 60, files: 60, reads: 600_000, writes: 60_000 },
      trustedProxies: [],
      corsOrigins: [],
      otlpEndpoint: undefined,
      logLevel: 'info',
    })
  })

  it('cannot be changed by those who read it', () => {
    expect(Object.isFrozen(readConfig({}))).toBe(true)
  })

  it('reads an empty variable as an absent one', () => {
    expect(readConfig({ PORT: '', DATABASE_URL: ' ', ETALON_ORIGIN: '' })).toEqual(readConfig({}))
  })

  it('gives the origin without a closing slash, since paths begin with one', () => {
    expect(readConfig({ ETALON_ORIGIN: 'https://etalon.example/lab/' }).origin).toBe(
      'https://etalon.example/lab',
    )
  })

  it.each([
    ['PORT', '65536'],
    ['PORT', '3e3'],
    ['PORT', '-1'],
    ['HOST', 'http://localhost'],
    ['DATABASE_URL', 'mysql://localhost/etalon'],
    ['DATABASE_URL', 'postgresql://localhost'],
    ['ETALON_ORIGIN', 'etalon.example'],
    ['ETALON_ORIGIN', 'https://user:word@etalon.example'],
    ['ETALON_ADMIN_KEY', 'short'],
    ['ETALON_ADMIN_KEY', 'with blanks in between it'],
    ['LOG_LEVEL', 'verbose'],
    ['ETALON_RATE_LIMIT_LOOKUPS', 'many'],
    ['ETALON_TRUSTED_PROXIES', '10.0.0.0/8, proxy.example'],
    ['ETALON_TRUSTED_PROXIES', '10.0.0.0/33'],
    ['ETALON_CORS_ORIGINS', 'https://lims.example/'],
    ['ETALON_CORS_ORIGINS', '*'],
  ])('is refused, by the name of the variable, when %s is %j', (name, value) => {
    expect(() => readConfig({ [name]: value })).toThrow(new RegExp(`^The environment is wrong:\\n  ${name} `))
  })

  it('is refused with all its faults at once', () => {
    expect(() => readConfig({ PORT: 'x', LOG_LEVEL: 'y' })).toThrow(/PORT[^]*LOG_LEVEL/)
  })

  it('is refused without repeating a password', () => {
    expect(() => readConfig({ DATABASE_URL: 'postgres//etalon:s3cret@host/db' })).toThrow(/^(?![^]*s3cret)/)
  })

  it('names an issuer together with the audience of its tokens, or as which client people sign in', () => {
    const issuer = { ETALON_OIDC_ISSUER: 'https://id.example.org' }
    expect(() => readConfig(issuer)).toThrow('ETALON_OIDC_AUDIENCE')
    expect(readConfig({ ...issuer, ETALON_OIDC_AUDIENCE: 'etalon' }).oidc).toEqual({
      issuer: 'https://id.example.org',
      audience: 'etalon',
      client: undefined,
    })
    const client = { ETALON_OIDC_CLIENT_ID: 'pages', ETALON_OIDC_CLIENT_SECRET: 's3cret' }
    expect(readConfig({ ...issuer, ...client }).oidc?.client).toEqual({ id: 'pages', secret: 's3cret' })
    expect(() => readConfig(client)).toThrow('ETALON_OIDC_CLIENT_ID needs ETALON_OIDC_ISSUER')
    const { ETALON_OIDC_CLIENT_SECRET } = client
    expect(() => readConfig({ ETALON_OIDC_CLIENT_SECRET })).toThrow('needs ETALON_OIDC_CLIENT_ID')
  })

  it('may name replicas only of a database that it names', () => {
    const replicas = { DATABASE_REPLICA_URLS: 'postgresql://a/etalon, postgresql://b/etalon' }
    expect(() => readConfig(replicas)).toThrow('needs DATABASE_URL')
    expect(readConfig({ ...replicas, DATABASE_URL: 'postgresql://c/etalon' }).replicaUrls).toHaveLength(2)
  })
})
