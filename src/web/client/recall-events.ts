/** While the page is open, it follows the recall: an event about it fetches the page again, and what changed takes its place. */
import { exchangeLive } from './exchange-live.ts'

const subject = document.querySelector<HTMLElement>('[data-recall]')?.dataset['recall']
const kinds = ['recall.notice', 'recall.closed', 'recall.reopened']

if (subject !== undefined) {
  // Whoever may not read events has the page as it was.
  const events = new EventSource('/v1/events?after=latest')
  for (const kind of kinds) events.addEventListener(kind, (event) => follow(subject, event))
}

function follow(subject: string, { data }: MessageEvent<string>): void {
  if ((JSON.parse(data) as { readonly subject: string }).subject !== subject) return
  exchangeLive(location.href, new AbortController().signal).catch(() => location.reload())
}
