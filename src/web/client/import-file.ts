/**
 * A file can be dropped on the form, and its recording is watched while it is done. Without a script the same forms are sent by their
 * buttons.
 */
for (const form of document.querySelectorAll<HTMLFormElement>('form[data-drop]')) acceptDrops(form)
for (const form of document.querySelectorAll<HTMLFormElement>('form[data-commit]')) watchRecording(form)

function acceptDrops(form: HTMLFormElement): void {
  const place = form.querySelector<HTMLElement>('.drop-place')
  const input = form.querySelector<HTMLInputElement>('input[type="file"]')
  if (!place || !input) return
  const mark = (isOver: boolean) => place.classList.toggle('over', isOver)
  place.addEventListener('dragover', (event) => {
    event.preventDefault()
    mark(true)
  })
  place.addEventListener('dragleave', () => mark(false))
  place.addEventListener('drop', (event) => {
    event.preventDefault()
    mark(false)
    const files = event.dataTransfer?.files
    if (!files || files.length === 0) return
    input.files = files
    form.requestSubmit(form.querySelector<HTMLButtonElement>('button[value="check"]'))
  })
}

function watchRecording(form: HTMLFormElement): void {
  form.addEventListener('submit', (event) => {
    event.preventDefault()
    const button = form.querySelector('button')
    if (button) button.disabled = true
    record(form).catch(() => form.submit())
  })
}

interface Told {
  readonly rows?: number
  readonly recorded?: number
  readonly unchanged?: number
  readonly refused?: number
  readonly conflicting?: number
}

/** Sends the bytes to the interface itself, and shows how many rows are done; what cannot be watched is sent by the form. */
async function record(form: HTMLFormElement): Promise<void> {
  const fields = new FormData(form)
  const text = (name: string) => String(fields.get(name) ?? '')
  const bytes = Uint8Array.from(atob(text('content')), (each) => each.charCodeAt(0))
  const query = new URLSearchParams({ mode: text('mode'), name: text('name') })
  const response = await fetch(`/v1/import/${text('kind')}?${query}`, {
    method: 'POST',
    body: bytes,
    headers: {
      accept: 'text/event-stream',
      'content-type': form.dataset['commit'] ?? 'text/csv',
      'idempotency-key': [...crypto.getRandomValues(new Uint8Array(16))]
        .map((each) => each.toString(16))
        .join('-'),
    },
  })
  if (!response.ok || !response.body) throw new Error(String(response.status))
  const bar = document.createElement('progress')
  bar.setAttribute('aria-label', form.dataset['progress'] ?? '')
  form.append(bar)
  for await (const { name, data } of eventsIn(response.body)) {
    if (name === 'progress') show(bar, data as Told)
    const { id } = data as { id?: string }
    if ((name === 'report' || name === 'failed') && id !== undefined) location.assign(`/import/${id}`)
    else if (name === 'failed') location.assign('/import')
  }
}

function show(
  bar: HTMLProgressElement,
  { rows, recorded = 0, unchanged = 0, refused = 0, conflicting = 0 }: Told,
): void {
  const done = recorded + unchanged + refused + conflicting
  if (rows !== undefined && rows >= done && rows > 0) bar.max = rows
  if (bar.max >= done) bar.value = done
}

async function* eventsIn(body: ReadableStream<Uint8Array>): AsyncGenerator<{ name: string; data: unknown }> {
  const reader = body.getReader()
  const decoder = new TextDecoder()
  let rest = ''
  for (;;) {
    const { done, value } = await reader.read()
    rest += decoder.decode(value, { stream: !done })
    const blocks = rest.split('\n\n')
    rest = blocks.pop() ?? ''
    for (const block of blocks) {
      const name = /^event: (.*)$/m.exec(block)?.[1]
      const data = /^data: (.*)$/m.exec(block)?.[1]
      if (name !== undefined && data !== undefined) yield { name, data: JSON.parse(data) as unknown }
    }
    if (done) return
  }
}
