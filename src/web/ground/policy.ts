/** Nothing but what this origin serves: no script or style within a page, no frame, no other host. */
export const pagePolicy = [
  "default-src 'none'",
  "script-src 'self'",
  "style-src 'self'",
  "img-src 'self'",
  "font-src 'self'",
  "connect-src 'self'",
  "form-action 'self'",
  "base-uri 'none'",
  "frame-ancestors 'none'",
].join('; ')

/** Of a page that somebody may keep: no script, no form. */
export const stillPolicy =
  "default-src 'none'; style-src 'self'; img-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'"

const loopback = ['127.0.0.1', 'localhost', '[::1]']
/** On which a node listens that is to be reached from this machine, too. */
const ofThisMachine = new Set([...loopback, '0.0.0.0', '[::]'])

/** The origin of this node, by all its names where it is one of this machine: what the client says of its host proves nothing. */
export function ownOrigins(origin: string): readonly string[] {
  const { protocol, hostname, port } = new URL(origin)
  const own = new URL(origin).origin
  if (protocol !== 'http:' || !ofThisMachine.has(hostname)) return [own]
  return [own, ...loopback.map((host) => new URL(`http://${host}:${port}`).origin)]
}

/**
 * Whether a form was sent by a page of ours (Fetch Metadata; Origin where a browser does not say). A client that is no
 * browser says neither, and has no cookies that somebody else could ride on.
 */
export function isSameOrigin(headers: Headers, origins: readonly string[]): boolean {
  const site = headers.get('sec-fetch-site')
  if (site !== null) return site === 'same-origin' || site === 'none'
  const origin = headers.get('origin')
  if (origin !== null) return origins.includes(origin)
  return headers.get('cookie') === null
}
