import type { PageRoute } from '../ground/page-route.ts'
import { equipmentItem } from './item-page.ts'
import { equipmentList } from './list-page.ts'

export const equipmentPages: readonly PageRoute[] = [
  { path: '/equipment', answer: equipmentList },
  { path: '/equipment/:code', answer: equipmentItem },
]
