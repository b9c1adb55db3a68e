import type { PageRoute } from '../ground/page-route.ts'
import { acknowledgeForm, closeForm, decideForm, openForm, reopenForm } from './recall-forms.ts'
import { recallPage } from './recall-page.ts'
import { recallsPage } from './recalls-page.ts'

export const recallPages: readonly PageRoute[] = [
  { path: '/recalls', answer: recallsPage },
  { path: '/recalls', method: 'post', answer: openForm },
  { path: '/recalls/:id', answer: (visit) => recallPage(visit) },
  { path: '/recalls/:id/dispositions', method: 'post', answer: decideForm },
  { path: '/recalls/:id/acknowledge', method: 'post', answer: acknowledgeForm },
  { path: '/recalls/:id/close', method: 'post', answer: closeForm },
  { path: '/recalls/:id/reopen', method: 'post', answer: reopenForm },
]
