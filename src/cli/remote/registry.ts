import { etalonClient, type EtalonClient } from '#client/client.ts'
import { UsageFault } from '../command.ts'
import { languageOf, textOf, type Options, type Values } from '../words.ts'

/** How a registry is found, and who asks it. */
export const registryOptions = {
  origin: { type: 'string' },
  key: { type: 'string' },
  language: { type: 'string' },
} as const satisfies Options

export const registryUsage = `  --origin <url>    where the registry answers; ETALON_ORIGIN, or http://127.0.0.1:3000, if not stated
  --key <key>       your key; better in ETALON_KEY, where nobody sees it in a list of processes
  --language en|zh  the language of the words
  --json            the answer as JSON`

const nearest = 'http://127.0.0.1:3000'

/** A registry that commands ask; `isKeyed` says whether it knows who asks. */
export interface Registry {
  readonly client: EtalonClient
  readonly origin: string
  readonly isKeyed: boolean
  readonly language: 'en' | 'zh'
}

export function registryOf(values: Values): Registry {
  const origin = textOf(values['origin']) ?? said('ETALON_ORIGIN') ?? nearest
  if (!/^https?:\/\/[^/]/.test(origin) || !URL.canParse(origin))
    throw new UsageFault('the origin is an address like https://registry.example')
  const language = textOf(values['language']) ?? languageOf(process.env['LANG'])
  if (language !== 'en' && language !== 'zh') throw new UsageFault(`there is no language “${language}”`)
  const key = textOf(values['key']) ?? said('ETALON_KEY')
  if (key !== undefined && isOpenToAll(origin)) process.stderr.write(keyInTheOpen[language])
  const headers = { 'user-agent': 'etalon' }
  const client = etalonClient({ origin, language, headers, ...(key !== undefined && { key }) })
  return { client, origin, isKeyed: key !== undefined, language }
}

const keyInTheOpen = {
  en: 'Warning: the key goes over the network unencrypted; use an origin with https://\n',
  zh: '警告：密钥将在网络上明文传输，请使用 https:// 地址\n',
}

/** Over plain HTTP everybody on the way reads the key; to this machine itself there is no way. */
export function isOpenToAll(origin: string): boolean {
  const { protocol, hostname } = new URL(origin)
  return protocol === 'http:' && !/^(?:127(?:\.\d{1,3}){3}|\[::1\]|(?:.+\.)?localhost)$/.test(hostname)
}

const said = (name: string): string | undefined => {
  const value = process.env[name]
  return value === '' ? undefined : value
}
