import type { Hono } from 'hono'
import type { HttpEnv } from '#http/mount.ts'
import { budgetPages } from './budget/budget.pages.ts'
import { certificatePages } from './certificate/certificate.pages.ts'
import { calibrationPages } from './calibrations/calibrations.pages.ts'
import { chainPages } from './chain/chain.pages.ts'
import { competencePages } from './competences/competences.pages.ts'
import { dashboardPages } from './dashboard/dashboard.pages.ts'
import { equipmentPages } from './equipment/equipment.pages.ts'
import { assetsOf } from './ground/assets.ts'
import { icon, iconPath } from './ground/frame.ts'
import { mountPages, type PageSetting } from './ground/mount-pages.ts'
import type { PageRoute } from './ground/page-route.ts'
import { importPages } from './import/import.pages.ts'
import { impactPages } from './impact/impact.pages.ts'
import { logPages } from './log/log.pages.ts'
import { loginPagesOf } from './login/login.pages.ts'
import { recallPages } from './recalls/recall.pages.ts'
import { styleSheet } from './styles.ts'
import { verifyPages } from './verify/verify.pages.ts'

/** Every room of pages; the bar shows those of them that it knows. */
const pages: readonly PageRoute[] = [
  ...verifyPages,
  ...certificatePages,
  ...logPages,
  ...competencePages,
  ...budgetPages,
  ...calibrationPages,
  ...chainPages,
  ...impactPages,
  ...recallPages,
  ...dashboardPages,
  ...equipmentPages,
  ...importPages,
]

/** The pages, the one sheet of styles, and the modules of the islands. */
export function addPages(app: Hono<HttpEnv>, setting: PageSetting): void {
  const assets = assetsOf(styleSheet)
  const asked = { 'cache-control': 'public, max-age=300' }
  app.get('/style.css', (c) => {
    const isVersioned = c.req.query('v') !== undefined
    const kept = isVersioned ? { 'cache-control': 'public, max-age=31536000, immutable' } : asked
    return c.body(styleSheet, 200, { ...kept, 'content-type': 'text/css; charset=utf-8' })
  })
  app.get(iconPath, (c) => c.body(icon, 200, { ...asked, 'content-type': 'image/svg+xml' }))
  app.get('/assets/*', async (c, next) => {
    const script = assets.script(c.req.path)
    if (script === undefined) return next()
    const headers = { etag: script.etag, 'cache-control': 'public, no-cache' }
    if (c.req.header('if-none-match') === script.etag) return c.body(null, 304, headers)
    return c.body(script.code, 200, { ...headers, 'content-type': 'text/javascript; charset=utf-8' })
  })
  mountPages(app, [...pages, ...loginPagesOf(setting)], assets, setting)
}
