import type { Hono } from 'hono'
import { docsPage } from './docs/page.ts'
import { docsStyle } from './docs/style.ts'
import type { HttpEnv } from './mount.ts'
import { type AboutApi, openApi } from './docs/openapi.ts'
import type { OpenApiDocument } from './docs/openapi-types.ts'
import type { Operation } from './operation.ts'

const pagePolicy =
  "default-src 'none'; style-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'"

/** `/openapi.json`, and `/docs` that shows it; the `type` of a problem leads to its line there. */
export function addDocumentation(
  app: Hono<HttpEnv>,
  operations: readonly Operation[],
  about: AboutApi,
): void {
  // Made at the first question, and the same for every later one.
  const made: { document?: OpenApiDocument; page?: string } = {}
  const document = () => (made.document ??= openApi(operations, about))
  const page = async () => (made.page ??= withoutIndentation(String(await docsPage(document()))))
  const kept = { 'cache-control': 'public, max-age=300' }

  app.get('/openapi.json', (c) => c.json(document(), 200, kept))
  app.get('/docs', async (c) => c.html(await page(), 200, { ...kept, 'content-security-policy': pagePolicy }))
  app.get('/docs.css', (c) => c.body(docsStyle, 200, { ...kept, 'content-type': 'text/css; charset=utf-8' }))
  app.get('/problems/:code{[a-z0-9.-]+}', (c) => c.redirect(`/docs#problem-${c.req.param('code')}`, 302))
}

/** Two thirds of the page are the indentation of its templates. */
const withoutIndentation = (page: string): string => page.replaceAll(/>\s+</g, '> <')
