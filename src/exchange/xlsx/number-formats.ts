/** ECMA-376-1, 18.8.30: the numbers of formats that a file need not spell out, as far as they are dates or times. */
const builtIn = (id: number): boolean =>
  (id >= 14 && id <= 22) || (id >= 27 && id <= 36) || (id >= 45 && id <= 47) || (id >= 50 && id <= 58)

/** `[$-804]yyyy"年"m"月"` shows a date, and `0.00 "days"` does not: what is quoted or in brackets says nothing. */
const showsDate = (code: string): boolean =>
  /[ymdhs年月日]/iu.test(code.replaceAll(/"[^"]*"|\[[^\]]*\]|\\.|_.|\*./gu, ''))

export const isDateFormat = (id: number, codes: ReadonlyMap<number, string>): boolean => {
  const code = codes.get(id)
  return code === undefined ? builtIn(id) : showsDate(code)
}

const dayMilliseconds = 86_400_000

/**
 * The civil date, or the civil time without a zone, of a serial number (ECMA-376-1, 18.17.4). The year 1900 has a 29 February there;
 * what lies before is not told.
 */
export function dateOfSerial(serial: number, isFrom1904: boolean): string | undefined {
  const days = isFrom1904 ? serial + 1462 : serial
  if (!(days >= 61 && days < 2_958_466)) return undefined
  const milliseconds = Math.round(days * 86_400) * 1000 + Date.UTC(1899, 11, 30)
  const text = new Date(milliseconds).toISOString()
  return milliseconds % dayMilliseconds === 0 ? text.slice(0, 10) : text.slice(0, 19)
}
