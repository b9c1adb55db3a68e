import { isIP } from 'node:net'
import { resolve } from 'node:path'

export const logLevels = ['fatal', 'error', 'warn', 'info', 'debug', 'trace', 'silent'] as const
export type LogLevel = (typeof logLevels)[number]

/** What the environment decides; everything else is decided by requests. */
export interface Config {
  readonly host: string
  /** 0 lets the system choose one. */
  readonly port: number
  /** Absent: an embedded PostgreSQL is started under `dataDir`. */
  readonly databaseUrl: string | undefined
  readonly replicaUrls: readonly string[]
  /** Absolute; the embedded database and the keys of the node. */
  readonly dataDir: string
  readonly adminKey: string | undefined
  /** Public base URL without a closing slash; absent: the address listened on. */
  readonly origin: string | undefined
  readonly dccSchemaDir: string | undefined
  /** The issuer that vouches for people, beside keys. */
  readonly oidc: OidcConfig | undefined
  /** Webhooks may lead into private networks, to any port and over plain HTTP: for intranets and tests. */
  readonly webhookAllowPrivate: boolean
  /** Requests in a minute: lookups, wrong keys and files to look at of an address, reads and writes of a key; 0 is no limit. */
  readonly rateLimits: Readonly<Record<'lookups' | 'logins' | 'files' | 'reads' | 'writes', number>>
  /** Whose X-Forwarded-For is believed: addresses, or networks such as 10.0.0.0/8. */
  readonly trustedProxies: readonly string[]
  /** Origins whose pages may ask from a browser. */
  readonly corsOrigins: readonly string[]
  /** Where spans go; absent: nowhere. */
  readonly otlpEndpoint: string | undefined
  readonly logLevel: LogLevel
}

/** At least one of the two: whose tokens open the API, or as whom this node sends people there to sign in to the pages. */
export interface OidcConfig {
  readonly issuer: string
  /** As whom this node must be meant by a token. */
  readonly audience: string | undefined
  /** No secret: a public client. */
  readonly client: { readonly id: string; readonly secret: string | undefined } | undefined
}

export type Environment = Readonly<Record<string, string | undefined>>

/** An environment that cannot be meant: said before anything is started, all faults at once. */
export function readConfig(environment: Environment): Config {
  const faults: string[] = []
  /** An empty variable is an absent one: that is how container files unset things. */
  const read = <T>(name: string, parse: (text: string) => T): T | undefined => {
    const text = environment[name]?.trim()
    if (text === undefined || text === '') return undefined
    try {
      return parse(text)
    } catch (fault) {
      faults.push(`${name} ${fault instanceof Error ? fault.message : String(fault)}`)
      return undefined
    }
  }
  const config: Config = {
    host: read('HOST', hostName) ?? '127.0.0.1',
    port: read('PORT', portNumber) ?? 3000,
    databaseUrl: read('DATABASE_URL', postgresUrl),
    replicaUrls: Object.freeze(read('DATABASE_REPLICA_URLS', postgresUrls) ?? []),
    dataDir: resolve(read('ETALON_DATA_DIR', String) ?? '.etalon'),
    adminKey: read('ETALON_ADMIN_KEY', secret),
    origin: read('ETALON_ORIGIN', originUrl),
    dccSchemaDir: read('ETALON_DCC_SCHEMA_DIR', (text) => resolve(text)),
    oidc: oidcOf({
      issuer: read('ETALON_OIDC_ISSUER', issuerUrl),
      audience: read('ETALON_OIDC_AUDIENCE', String),
      clientId: read('ETALON_OIDC_CLIENT_ID', String),
      clientSecret: read('ETALON_OIDC_CLIENT_SECRET', String),
    }),
    webhookAllowPrivate: read('ETALON_WEBHOOK_ALLOW_PRIVATE', yesOrNo) ?? false,
    rateLimits: {
      lookups: read('ETALON_RATE_LIMIT_LOOKUPS', requestsPerMinute) ?? 6_000,
      logins: read('ETALON_RATE_LIMIT_LOGINS', requestsPerMinute) ?? 60,
      files: read('ETALON_RATE_LIMIT_FILES', requestsPerMinute) ?? 60,
      reads: read('ETALON_RATE_LIMIT_READS', requestsPerMinute) ?? 600_000,
      writes: read('ETALON_RATE_LIMIT_WRITES', requestsPerMinute) ?? 60_000,
    },
    trustedProxies: read('ETALON_TRUSTED_PROXIES', networks) ?? [],
    corsOrigins: read('ETALON_CORS_ORIGINS', pageOrigins) ?? [],
    otlpEndpoint:
      read('OTEL_EXPORTER_OTLP_TRACES_ENDPOINT', originUrl) ?? read('OTEL_EXPORTER_OTLP_ENDPOINT', originUrl),
    logLevel: read('LOG_LEVEL', logLevel) ?? 'info',
  }
  if ((environment.ETALON_OIDC_ISSUER ?? '') !== '' && config.oidc === undefined)
    faults.push(
      'ETALON_OIDC_ISSUER needs ETALON_OIDC_AUDIENCE (for tokens) or ETALON_OIDC_CLIENT_ID (to sign in to the pages): a token meant for another service opens nothing here',
    )
  for (const [name, needed] of oidcNeeds)
    if ((environment[name] ?? '') !== '' && (environment[needed] ?? '') === '')
      faults.push(`${name} needs ${needed}`)
  if (config.replicaUrls.length > 0 && environment.DATABASE_URL === undefined)
    faults.push('DATABASE_REPLICA_URLS needs DATABASE_URL: the embedded database has no replicas')
  if (faults.length > 0)
    throw new Error(`The environment is wrong:\n${faults.map((f) => `  ${f}`).join('\n')}`)
  return Object.freeze(config)
}

function portNumber(text: string): number {
  const port = Number(text)
  if (/^\d{1,5}$/.test(text) && port <= 65_535) return port
  throw new Error(`is ${JSON.stringify(text)}: a port is a whole number from 0 to 65535`)
}

function hostName(text: string): string {
  if (/^[\w.:%-]+$/.test(text)) return text
  throw new Error(`is ${JSON.stringify(text)}: an address or a host name, without scheme and port`)
}

function postgresUrl(text: string): string {
  // The text is not repeated: it holds a password.
  const url = URL.canParse(text) ? new URL(text) : undefined
  if (url?.protocol !== 'postgres:' && url?.protocol !== 'postgresql:')
    throw new Error('is no PostgreSQL address: expected postgresql://user:password@host:port/database')
  if (url.pathname.length < 2) throw new Error('names no database: expected postgresql://user@host/database')
  return text
}

function postgresUrls(text: string): readonly string[] {
  const parts = text.split(',').map((part) => part.trim())
  return parts.filter((part) => part !== '').map(postgresUrl)
}

function originUrl(text: string): string {
  const url = URL.canParse(text) ? new URL(text) : undefined
  const isBase = url !== undefined && /^https?:$/.test(url.protocol) && url.search === '' && url.hash === ''
  if (!isBase || url.username !== '')
    throw new Error(`is ${JSON.stringify(text)}: expected a base URL such as https://etalon.example`)
  return url.href.replace(/\/+$/, '')
}

const oidcNeeds = [
  ['ETALON_OIDC_CLIENT_ID', 'ETALON_OIDC_ISSUER'],
  ['ETALON_OIDC_CLIENT_SECRET', 'ETALON_OIDC_CLIENT_ID'],
] as const

interface OidcStated {
  readonly issuer: string | undefined
  readonly audience: string | undefined
  readonly clientId: string | undefined
  readonly clientSecret: string | undefined
}

function oidcOf({ issuer, audience, clientId, clientSecret }: OidcStated): OidcConfig | undefined {
  if (issuer === undefined || (audience === undefined && clientId === undefined)) return undefined
  const client = clientId === undefined ? undefined : { id: clientId, secret: clientSecret }
  return { issuer, audience, client }
}

/** As its tokens say it, letter by letter (OpenID Connect Core 1.0, 2). Only a machine that is our own needs no TLS. */
function issuerUrl(text: string): string {
  const url = URL.canParse(text) ? new URL(text) : undefined
  const isOwnMachine = /^(?:localhost|127\.0\.0\.1|\[::1\])$/.test(url?.hostname ?? '')
  if (url?.protocol === 'https:' || (url?.protocol === 'http:' && isOwnMachine)) return text
  throw new Error(`is ${JSON.stringify(text)}: expected the https address of an issuer of tokens`)
}

function yesOrNo(text: string): boolean {
  if (text === '1' || text === '0') return text === '1'
  throw new Error(`is ${JSON.stringify(text)}: 1 or 0`)
}

function requestsPerMinute(text: string): number {
  if (/^\d{1,9}$/.test(text)) return Number(text)
  throw new Error(`is ${JSON.stringify(text)}: requests in a minute, or 0 for no limit`)
}

const parts = (text: string): readonly string[] =>
  text
    .split(',')
    .map((part) => part.trim())
    .filter((part) => part !== '')

function networks(text: string): readonly string[] {
  for (const place of parts(text)) {
    const [address = '', bits = '0', ...rest] = place.split('/')
    const most = isIP(address) === 6 ? 128 : 32
    if (isIP(address) === 0 || !/^\d{1,3}$/.test(bits) || Number(bits) > most || rest.length > 0)
      throw new Error(`names ${JSON.stringify(place)}: expected addresses or networks such as 10.0.0.0/8`)
  }
  return parts(text)
}

function pageOrigins(text: string): readonly string[] {
  for (const origin of parts(text))
    if (!URL.canParse(origin) || new URL(origin).origin !== origin)
      throw new Error(`names ${JSON.stringify(origin)}: expected origins such as https://lims.example`)
  return parts(text)
}

function secret(text: string): string {
  if (/^[\x21-\x7e]{20,512}$/.test(text)) return text
  // It travels in the Authorization header, where nothing else is allowed.
  throw new Error('must have 20 to 512 printable ASCII characters and no blanks')
}

function logLevel(text: string): LogLevel {
  const level = logLevels.find((l) => l === text.toLowerCase())
  if (level !== undefined) return level
  throw new Error(`is ${JSON.stringify(text)}: one of ${logLevels.join(', ')}`)
}
