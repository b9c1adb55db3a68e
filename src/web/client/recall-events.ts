/** While the page is open, it follows the recall: an event about it fetches the page again, and what changed takes its place. */
import { exchangeLive } from './exchange-live.ts'

const id = document.querySelector<HTMLElement>('[data-recall]')?.dataset['recall']
const kinds = ['recall.opened', 'recall.notice', 'recall.closed', 'recall.reopened', 'certificate.amended']

if (id !== undefined) {
  const events = new EventSource('/v1/events?after=latest')
  // Whoever may not read events has the page as it was.
  events.addEventListener('error', () => {
    if (events.readyState === EventSource.CLOSED) events.close()
  })
  for (const kind of kinds)
    events.addEventListener(kind, (event) => {
      if (!(event instanceof MessageEvent) || !String(event.data).includes(id)) return
      exchangeLive(location.href, new AbortController().signal).catch(() => location.reload())
    })
}
