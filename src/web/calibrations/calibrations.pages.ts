import type { PageRoute } from '../ground/page-route.ts'
import { calibrationPage, movedPage } from './calibration-page.ts'
import { changedDraftPage, editDraftPage, newDraftPage } from './draft/draft-page.ts'
import { queuePage } from './queue-page.ts'

/** From the bench to the certificate: what waits, what is filled in, and what is judged. */
export const calibrationPages: readonly PageRoute[] = [
  { path: '/calibrations', answer: queuePage },
  { path: '/calibrations/new', answer: newDraftPage },
  { path: '/calibrations/new', method: 'post', answer: changedDraftPage },
  { path: '/calibrations/:id', answer: (visit) => calibrationPage(visit) },
  { path: '/calibrations/:id', method: 'post', answer: movedPage },
  { path: '/calibrations/:id/edit', answer: editDraftPage },
  { path: '/calibrations/:id/edit', method: 'post', answer: changedDraftPage },
]
