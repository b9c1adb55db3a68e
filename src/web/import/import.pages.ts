import type { PageRoute } from '../ground/page-route.ts'
import { importResult, importSent, importStart } from './import-page.ts'

const mostBytes = 20_000_000

export const importPages: readonly PageRoute[] = [
  { path: '/import', answer: importStart },
  { path: '/import', method: 'post', answer: importSent, maxBytes: mostBytes },
  { path: '/import/:id', answer: importResult },
]
