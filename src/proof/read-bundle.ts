import { isCanonicalText } from '#evidence/canonical-form.ts'
import { proofFormat, type ProofBundle } from './bundle.ts'
import { fails, holds, type Check } from './report.ts'
import { sealIn, type Sealed } from './sealed-text.ts'

/** Far above any chain; a file is read into memory, and may come from anybody. */
export const mostBytes = 64 * 1024 * 1024

export interface ReadText {
  readonly check?: Check
  readonly text?: string
  readonly sealed?: Sealed
}

/** The text in a file, and its seal; nothing is understood yet. */
export function readText(bytes: Uint8Array): ReadText {
  if (bytes.length > mostBytes)
    return { check: unreadable('the file is larger than 64 MiB', '文件大于 64 MiB') }
  const text = utf8(bytes)
  if (text === undefined) return { check: unreadable('the file is not UTF-8', '文件不是 UTF-8 编码') }
  const sealed = sealIn(text)
  if (!sealed) return { check: unreadable('the file does not end in a seal', '文件末尾没有封印') }
  return { text, sealed }
}

export interface Read {
  readonly check: Check
  readonly bundle?: ProofBundle
}

/** The bundle in a text. It can be written in one way only, so that there is no byte that nothing vouches for. */
export function readBundle(text: string): Read {
  const said = writtenOnce(text)
  if (said === undefined) {
    return {
      check: unreadable('the file is not canonical JSON (RFC 8785)', '文件不是规范形式的 JSON（RFC 8785）'),
    }
  }
  if (!isObject(said) || said['format'] !== proofFormat) {
    return { check: unreadable(`the file is no ${proofFormat}`, `文件不是 ${proofFormat}`) }
  }
  const wrong = Object.entries(shape).find(([member, fits]) => !fits(said[member]))?.[0]
  const stranger = Object.keys(said).find((member) => !Object.hasOwn(shape, member))
  if (wrong !== undefined || stranger !== undefined) {
    const member = wrong ?? stranger ?? ''
    return { check: unreadable(`“${member}” is not as the format says`, `成员“${member}”不符合格式`) }
  }
  return {
    check: holds('form', 'the file is a bundle in canonical form', '文件为规范形式的证明包'),
    bundle: said as unknown as ProofBundle,
  }
}

/** Much faster than to bring it into canonical form, and as strict for all but members that are named like numbers. */
function writtenOnce(text: string): unknown {
  try {
    const said: unknown = JSON.parse(text)
    return JSON.stringify(said) === text || isCanonicalText(text) ? said : undefined
  } catch {
    return undefined // no JSON at all
  }
}

const unreadable = (en: string, zh: string): Check => fails('form', en, zh)

type Fits = (value: unknown) => boolean

const isObject = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value)
const isText: Fits = (value) => typeof value === 'string'
const isIndex: Fits = (value) => Number.isSafeInteger(value) && Number(value) >= 0
const isList =
  (fits: Fits): Fits =>
  (value) =>
    Array.isArray(value) && value.every(fits)
/** Exactly these members; `?` marks one that may be absent. */
const isRecord =
  (members: Readonly<Record<string, Fits>>): Fits =>
  (value) =>
    isObject(value) &&
    Object.keys(value).every((name) => Object.hasOwn(members, name) || Object.hasOwn(members, `${name}?`)) &&
    Object.entries(members).every(([name, fits]) =>
      name.endsWith('?')
        ? value[name.slice(0, -1)] === undefined || fits(value[name.slice(0, -1)])
        : fits(value[name]),
    )

const isStatement = isRecord({
  index: isIndex,
  leaf: isText,
  'opening?': isText,
  inclusion: isList(isText),
})

const shape: Readonly<Record<keyof ProofBundle, Fits>> = {
  format: isText,
  node: isText,
  made: isText,
  question: isRecord({
    certificate: isText,
    version: isIndex,
    result: isText,
    at: isText,
    asKnownAt: isText,
    policy: isText,
  }),
  posed: isObject,
  records: isObject,
  answer: isObject,
  documents: isList(isRecord({ number: isText, version: isIndex, sha256: isText, text: isText })),
  log: isRecord({ origin: isText, checkpoint: isText, statements: isList(isStatement) }),
  keys: isList(isRecord({ kty: isText, crv: isText, x: isText })),
  seal: isText,
}

function utf8(bytes: Uint8Array): string | undefined {
  try {
    return new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes)
  } catch {
    return undefined
  }
}
