import type { RefusalMaker, Wording } from '#refusal.ts'
import { notJson } from '../http.refusals.ts'

/** How far a text has been read, and where in the value that is. */
export interface Reading {
  readonly source: string
  at: number
  members: number
  items: number
  readonly path: (string | number)[]
}

/** RFC 6901. */
export const pointerTo = (path: readonly (string | number)[]): string =>
  path
    .map((step) => `/${String(step).replaceAll('~', '~0').replaceAll('/', '~1')}`)
    .join('')
    .slice(0, 1000)

export function refuseAt(reading: Reading, maker: RefusalMaker, detail: Wording): never {
  throw maker(detail, { position: reading.at }, { pointer: pointerTo(reading.path) })
}

export function unexpected(reading: Reading): never {
  const { source, at } = reading
  const found = at < source.length ? JSON.stringify(String.fromCodePoint(source.codePointAt(at) ?? 0)) : ''
  return refuseAt(reading, notJson, {
    en: found ? `${found} at position ${at} is not expected` : 'The text ends too early',
    zh: found ? `位置 ${at} 处的 ${found} 不合语法` : '文本提前结束',
  })
}

const isBlank = (code: number) => code === 0x20 || code === 0x0a || code === 0x0d || code === 0x09

/** The first character that is not blank, without reading it; empty at the end. */
export function skipBlank(reading: Reading): string {
  while (isBlank(reading.source.charCodeAt(reading.at))) reading.at++
  return reading.source[reading.at] ?? ''
}
