import { expect } from 'vitest'
import type { createApp } from '../../../src/app.ts'

export type App = ReturnType<typeof createApp>

const own = { 'sec-fetch-site': 'same-origin' }

/** A browser, as far as signing in needs one: it keeps cookies, and follows nothing by itself. */
export function browser(app: App, address = '192.0.2.7') {
  const cookies = new Map<string, string>()
  const env = { incoming: { socket: { remoteAddress: address } } }
  const send = async (path: string, init: RequestInit = {}) => {
    const cookie = [...cookies].map(([name, value]) => `${name}=${value}`).join('; ')
    const headers = { ...own, ...(cookie !== '' && { cookie }), ...(init.headers as Record<string, string>) }
    const response = await app.request(path, { ...init, headers }, env)
    for (const line of response.headers.getSetCookie()) {
      const [, name = '', value = ''] = /^([^=]+)=([^;]*)/.exec(line) ?? []
      if (value === '') cookies.delete(name)
      else cookies.set(name, value)
    }
    return response
  }
  return {
    cookies,
    get: (path: string) => send(path),
    post: (path: string, form: Record<string, string>, headers: Record<string, string> = {}) =>
      send(path, { method: 'POST', body: new URLSearchParams(form), headers }),
    who: async () => {
      const response = await send('/v1/sessions/current')
      return response.status === 200
        ? ((await response.json()) as { person: { code: string }; session: { issuer?: string } })
        : undefined
    },
  }
}
export type Browser = ReturnType<typeof browser>
export const placeOf = (response: Response) => response.headers.get('location') ?? ''

export const there = <T>(part: T | undefined): T => part ?? expect.fail('It is there once the tests run')
