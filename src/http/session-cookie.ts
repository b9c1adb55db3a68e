/** The cookie of a session with our pages. With `__Host-` no other host and no path can have set it (RFC 6265bis, 4.1.3.2). */
export const sessionCookieName = (origin: string): string =>
  origin.startsWith('https:') ? '__Host-etalon' : 'etalon'

export interface CookieToSet {
  readonly name: string
  readonly value: string
  readonly maxAgeSeconds: number
  readonly origin: string
}

/** No script reads it, no other site sends it along but when somebody follows a link (RFC 6265bis, 4.1.2). */
export function cookieText({ name, value, maxAgeSeconds, origin }: CookieToSet): string {
  const secure = origin.startsWith('https:') ? '; Secure' : ''
  return `${name}=${value}; Path=/; Max-Age=${maxAgeSeconds}; HttpOnly; SameSite=Lax${secure}`
}

export const sessionCookie = (token: string, maxAgeSeconds: number, origin: string): string =>
  cookieText({ name: sessionCookieName(origin), value: token, maxAgeSeconds, origin })

/** A browser that is told so forgets it at once. */
export const endedSessionCookie = (origin: string): string => sessionCookie('', 0, origin)

/** What a browser is told when somebody signs out: it keeps neither the cookie nor what it was shown (Clear Site Data, 3.1). */
export const signedOut = (origin: string) => ({
  'set-cookie': endedSessionCookie(origin),
  'clear-site-data': '"cache"',
})

/** The value of a cookie; of two with one name nobody can tell which is ours, and neither counts. */
export function cookieIn(header: string | undefined, name: string): string | undefined {
  const values = (header ?? '')
    .split(';')
    .map((part) => part.trim())
    .filter((part) => part.startsWith(`${name}=`))
    .map((part) => part.slice(name.length + 1))
  return values.length === 1 && values[0] !== '' ? values[0] : undefined
}
