const nowhere = 'http://own.invalid'
const longest = 2_000
/** Whoever has just signed in is not sent to sign in or out again. */
const isAboutSigning = /^\/(?:login|logout)(?:[/?#]|$)/

/**
 * Where to go next, if it is a page of ours; the start page else. Browsers read addresses in ways that no pattern foresees (`//host`,
 * `/\host`, tabs between): it is asked where their own algorithm would lead (WHATWG URL), and its answer is what is used.
 */
export function ownPath(next: string | null | undefined): string {
  const text = next ?? ''
  if (!text.startsWith('/') || text.length > longest || !URL.canParse(text, nowhere)) return '/'
  const { origin, pathname, search, hash } = new URL(text, nowhere)
  const isOurs = origin === nowhere && !pathname.startsWith('//') && !isAboutSigning.test(pathname)
  return isOurs ? pathname + search + hash : '/'
}
