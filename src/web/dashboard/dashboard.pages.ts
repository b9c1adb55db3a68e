import type { PageRoute } from '../ground/page-route.ts'
import { dashboardPage } from './dashboard-page.ts'

export const dashboardPages: readonly PageRoute[] = [{ path: '/dashboard', answer: dashboardPage }]
