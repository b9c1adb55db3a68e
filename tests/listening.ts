import { afterAll, beforeAll } from 'vitest'
import { listen, type Listening } from '#http/server.ts'
import type { Service } from './service.ts'

const quiet = { debug: () => undefined, info: () => undefined, warn: () => undefined, error: () => undefined }

/** The app of a test behind a socket, for programs that know nothing of tests. */
export function listening(s: Service): { readonly origin: string } {
  const made: { server?: Listening } = {}
  beforeAll(async () => {
    made.server = await listen((request, env) => s.app.fetch(request, env), {
      host: '127.0.0.1',
      port: 0,
      origin: '',
      log: quiet,
    })
  })
  afterAll(() => made.server?.drain())
  return {
    get origin() {
      if (!made.server) throw new Error('The service listens once the tests run')
      return `http://127.0.0.1:${made.server.port}`
    },
  }
}
