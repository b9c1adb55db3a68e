import { EtalonProblem } from '#client/client.ts'
import { signedOut } from '#http/session-cookie.ts'
import type { PageAnswer, PageRoute, Visit } from '../ground/page-route.ts'
import { endFormerSession } from './former-session.ts'
import { loginPage, logoutPage } from './login-page.ts'
import { ownPath } from './own-path.ts'
import { loginFaults, loginWords } from './words.ts'

/** What a header may carry; anything else is no key. */
const keyForm = /^[!-~]{1,512}$/

/** `issuer`: with whom one may sign in besides, if the node is known there. */
export const loginPagesOf = ({ issuer, origin }: LoginSetting): readonly PageRoute[] => [
  { path: '/login', access: 'public', answer: async (visit) => askedToSignIn(visit, issuer) },
  { path: '/login', method: 'post', access: 'public', answer: (visit) => signIn(visit, issuer) },
  { path: '/logout', access: 'public', answer: async (visit) => logoutPage(visit) },
  { path: '/logout', method: 'post', access: 'public', answer: (visit) => signOut(visit, origin) },
]

export interface LoginSetting {
  readonly issuer: string | undefined
  readonly origin: string
}

function askedToSignIn(visit: Visit, issuer: string | undefined): PageAnswer {
  const { searchParams } = visit.url
  const stated = searchParams.get('fault')
  const fault = loginFaults.find((each) => each === stated)
  const next = ownPath(searchParams.get('next'))
  const told = fault && loginWords[visit.language].faults[fault]
  return loginPage(visit, { issuer, next, told, ...(fault === 'silent' && { status: 503 }) })
}

/** The key is shown to the API once, and not kept: the cookie that it answers stands for it. */
async function signIn(visit: Visit, issuer: string | undefined): Promise<PageAnswer> {
  const { form, api } = visit
  const words = loginWords[visit.language]
  const next = ownPath(textIn(form, 'next'))
  const key = (textIn(form, 'key') ?? '').trim()
  if (key === '') return loginPage(visit, { issuer, next, fault: words.noKey, status: 422 })
  if (!keyForm.test(key)) return loginPage(visit, { issuer, next, fault: words.wrongKey, status: 401 })
  try {
    const { headers } = await api.ask('open-session', { key })
    await leaveFormer(visit)
    return { redirect: next, headers: { 'set-cookie': headers.get('set-cookie') ?? '' } }
  } catch (error) {
    if (!(error instanceof EtalonProblem)) throw error
    if (error.status === 401) return loginPage(visit, { issuer, next, fault: words.wrongKey, status: 401 })
    if (error.status === 429) return loginPage(visit, { issuer, next, fault: words.tooOften, status: 429 })
    throw error
  }
}

const leaveFormer = async ({ api, who }: Visit): Promise<void> => {
  if (who !== null) await endFormerSession(api)
}

async function signOut(visit: Visit, origin: string): Promise<PageAnswer> {
  await leaveFormer(visit)
  return { redirect: '/', headers: signedOut(origin) }
}

function textIn(form: FormData, name: string): string | null {
  const value = form.get(name)
  return typeof value === 'string' ? value : null
}
