import { html } from 'hono/html'
import { attribute } from './html.ts'
import type { Html, Visit } from './page-route.ts'
import { groundWords } from './words.ts'

/** Where the pages are, in the order of the bar; `isPublic` where nobody has to say who they are. */
const entries = [
  { nav: 'verify', path: '/', isPublic: true },
  { nav: 'dashboard', path: '/dashboard', isPublic: false },
  { nav: 'equipment', path: '/equipment', isPublic: false },
  { nav: 'calibrations', path: '/calibrations', isPublic: false },
  { nav: 'certificates', path: '/certificates', isPublic: false },
  { nav: 'competences', path: '/competences', isPublic: true },
  { nav: 'recalls', path: '/recalls', isPublic: false },
  { nav: 'log', path: '/log', isPublic: true },
  { nav: 'reference', path: '/docs', isPublic: true },
] as const

/** Only what is there, and what the visitor may open. */
export function navigation(visit: Visit, current: string | undefined, mounted: ReadonlySet<string>): Html {
  const words = groundWords[visit.language]
  const shown = entries.filter(({ path, isPublic }) => mounted.has(path) && (isPublic || visit.who !== null))
  const here = current ?? navOf(visit.url.pathname)
  return html`<nav aria-label="${words.navigation}">
    <ul>
      ${shown.map(
        ({ nav, path }) =>
          html`<li>
            <a href="${path}" ${attribute('aria-current', nav === here && 'page')}>${words[nav]}</a>
          </li>`,
      )}
    </ul>
  </nav>`
}

/** `/equipment/E-1/drift` belongs to the equipment. */
const navOf = (pathname: string): string | undefined =>
  entries.find(({ path }) => path !== '/' && (pathname === path || pathname.startsWith(`${path}/`)))?.nav ??
  (pathname === '/' || pathname.startsWith('/verify') ? 'verify' : undefined)
