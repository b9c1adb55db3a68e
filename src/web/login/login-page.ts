import { html } from 'hono/html'
import { banner } from '../ground/blocks/banner.ts'
import { field } from '../ground/blocks/field.ts'
import { pageHead } from '../ground/blocks/page-head.ts'
import { when } from '../ground/html.ts'
import type { Html, Page, Visit } from '../ground/page-route.ts'
import { loginWords } from './words.ts'

interface Asked {
  readonly issuer: string | undefined
  readonly next: string
  /** What went wrong elsewhere. */
  readonly told?: string | undefined
  /** What is wrong with the key that was entered; the key itself is not shown again. */
  readonly fault?: string | undefined
  readonly status?: number
}

const uncached = { 'cache-control': 'no-store' }

export function loginPage(visit: Visit, { issuer, next, told, fault, status }: Asked): Page {
  const words = loginWords[visit.language]
  const { who } = visit
  return {
    title: words.title,
    headers: uncached,
    ...(status !== undefined && { status }),
    content: html`${pageHead(visit, { title: words.title, lead: words.lead })}
      ${when(told ?? fault, () => banner({ tone: 'bad', title: words.wrongTitle, text: told ?? '' }))}
      ${when(who, () => html`<p>${words.signedInAs(who?.person.name ?? who?.person.code ?? '')}</p>`)}
      <div class="sign-in">
        <form method="post" action="/login">
          <input type="hidden" name="next" value="${next}" />
          ${field({
            name: 'key',
            label: words.key,
            type: 'password',
            autocomplete: 'current-password',
            hint: words.keyHint,
            fault,
            isRequired: true,
            maxLength: 512,
          })}
          <button>${words.signIn}</button>
        </form>
        ${when(issuer, () => byIssuer(issuer ?? '', next, words))}
      </div>`,
  }
}

const byIssuer = (issuer: string, next: string, words: (typeof loginWords)['en']): Html =>
  html`<p class="or">${words.or}</p>
    <a class="button second" href="/login/oidc?next=${encodeURIComponent(next)}"
      >${words.withIssuer(new URL(issuer).host)}</a
    >`

export function logoutPage(visit: Visit): Page {
  const words = loginWords[visit.language]
  const { who } = visit
  return {
    title: words.signOutTitle,
    headers: uncached,
    content: html`${pageHead(visit, {
      title: words.signOutTitle,
      lead: who === null ? words.notSignedIn : words.signOutText,
    })}
    ${when(who, () => html`<form method="post" action="/logout"><button>${words.signOut}</button></form>`)}`,
  }
}
