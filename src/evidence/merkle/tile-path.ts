import { tileWidth } from './tiles.ts'

/** A tile or bundle of entries, as its path says it: whole, or its first `width` members. */
export interface TilePath {
  readonly index: number
  readonly width: number
}

/** C2SP tlog-tiles: `x001/x234/067`, and `x001/x234/067.p/5` for the first five. */
export function tilePathOf({ index, width }: TilePath): string {
  const digits = String(index).padStart(Math.ceil(String(index).length / 3) * 3, '0')
  const groups = digits.match(/\d{3}/g) ?? []
  const whole = groups.map((group, i) => (i < groups.length - 1 ? `x${group}` : group)).join('/')
  return width === tileWidth ? whole : `${whole}.p/${width}`
}

/** Undefined for whatever `tilePathOf` would not write: a tile has one path, so that caches hold it once. */
export function readTilePath(text: string): TilePath | undefined {
  const found = /^((?:x\d{3}\/){0,5}\d{3})(?:\.p\/(\d{1,3}))?$/.exec(text)
  const [, groups, partial] = found ?? []
  if (groups === undefined) return undefined
  const path = {
    index: Number(groups.replaceAll(/[x/]/g, '')),
    width: partial === undefined ? tileWidth : Number(partial),
  }
  const isPossible = Number.isSafeInteger(path.index) && path.width >= 1
  return isPossible && tilePathOf(path) === text ? path : undefined
}
