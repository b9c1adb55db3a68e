/** Shows how far an evaluation is while it runs: every result comes as a line, standards before what used them. */
import { exchangeLive } from './exchange-live.ts'

interface Line {
  readonly flipped: boolean
}

const form = document.querySelector<HTMLFormElement>('[data-impact-form]')
let running: AbortController | undefined

form?.addEventListener('submit', (event) => {
  if (running) running.abort()
  running = new AbortController()
  event.preventDefault()
  evaluate(form, running.signal).catch(() => {
    if (running?.signal.aborted !== true) form.submit()
  })
})

async function evaluate(form: HTMLFormElement, signal: AbortSignal): Promise<void> {
  const filled = [...new FormData(form)].filter(([, text]) => text !== '') as [string, string][]
  const [path = ''] = form.action.split('?')
  const query = new URLSearchParams(filled).toString()
  await follow(form, `${path}.ndjson?${query}`, signal)
  const address = query === '' ? path : `${path}?${query}`
  await exchangeLive(address, signal)
  form.querySelector('[data-progress]')?.setAttribute('hidden', '')
}

/** A refusal is not told here: the page that is fetched afterwards tells it beside the field. */
async function follow(form: HTMLFormElement, address: string, signal: AbortSignal): Promise<void> {
  const [box, bar, text] = ['[data-progress]', 'progress', '[data-progress-text]'].map((each) =>
    form.querySelector<HTMLElement>(each),
  )
  const response = await fetch(address, { signal })
  if (!response.ok || !response.body || !box || !text || !(bar instanceof HTMLProgressElement)) return
  box.hidden = false
  bar.max = Math.max(1, Number(form.dataset['results']))
  let [done, flips, rest] = [0, 0, '']
  const reader = response.body.pipeThrough(new TextDecoderStream()).getReader()
  for (let read = await reader.read(); !read.done; read = await reader.read()) {
    const lines = (rest + read.value).split('\n')
    rest = lines.pop() ?? ''
    for (const line of lines) if ((JSON.parse(line) as Line).flipped) flips += 1
    done += lines.length
    bar.value = done
    text.textContent = `${text.dataset['word']} ${done} / ${bar.max} · ${flips} ${text.dataset['flips']}`
  }
}
