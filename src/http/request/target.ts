import { forbiddenCharacter, undecodable } from '../http.refusals.ts'
import { doesNotMatch } from '#contract/contract.refusals.ts'
import { faultOfText } from '../json/text.ts'

/** The path as it was sent: each parameter is decoded once, and by us. */
export function rawPath(request: { readonly url: string }): string {
  const { url } = request
  const start = url.indexOf('/', url.indexOf('://') + 3)
  const end = url.slice(start).search(/[?#]/)
  return end < 0 ? url.slice(start) : url.slice(start, start + end)
}

function decoded(text: string, pointer: string): string {
  let plain: string
  try {
    plain = decodeURIComponent(text)
  } catch {
    throw undecodable(
      'A percent sign must begin the two hexadecimal digits of a byte, and the bytes must be UTF-8',
    )
  }
  const fault = faultOfText(plain)
  if (fault) throw forbiddenCharacter(fault, {}, { pointer })
  return plain.normalize('NFC')
}

/** Refuses what no path may hold, before anything is looked up. */
export const checkPath = (path: string): void => {
  if (path.includes('%')) decoded(path, '')
}

/** The parameters of a query; the same name twice is two meanings. */
export function readQuery(url: string): Record<string, string> {
  const start = url.indexOf('?')
  if (start < 0) return {}
  const values: Record<string, string> = Object.create(null) as Record<string, string>
  for (const part of url
    .slice(start + 1)
    .split('#', 1)[0]
    ?.split('&') ?? []) {
    if (part === '') continue
    const [name = '', ...rest] = part.replaceAll('+', '%20').split('=')
    const plainName = decoded(name, '')
    const pointer = `/${plainName}`
    if (Object.hasOwn(values, plainName)) {
      const detail = { en: `${plainName} is stated twice`, zh: `参数 ${plainName} 重复` }
      throw doesNotMatch(detail, {}, { pointer, errors: [{ pointer, code: 'repeated', detail }] })
    }
    values[plainName] = decoded(rest.join('='), pointer)
  }
  return { ...values }
}

const stated = /^[A-Za-z0-9._:-]{1,100}$/

/** The order number of the request: the one that came with it, if it can stand in a log, else a new one. */
export const requestIdOf = (header: string | undefined): string =>
  header !== undefined && stated.test(header) ? header : crypto.randomUUID()

/** RFC 6750, 2.1. Tokens of an issuer are longer than keys, and shorter than the header may be. */
export const bearerToken = (authorization: string | undefined): string | undefined =>
  /^Bearer +([!-~]{1,8000})$/i.exec(authorization ?? '')?.[1]
