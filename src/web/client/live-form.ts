/**
 * A form that answers while somebody types: after a pause it is sent as its button would send it, and of the page that
 * comes back the parts with `data-part` take the place of those here. Without a script the button does the same.
 */
const pauseMilliseconds = 350

for (const form of document.querySelectorAll<HTMLFormElement>('form[data-live]')) live(form)

function live(form: HTMLFormElement): void {
  let timer: ReturnType<typeof setTimeout> | undefined
  let asked: AbortController | undefined
  form.addEventListener('input', () => {
    clearTimeout(timer)
    timer = setTimeout(() => {
      asked?.abort()
      asked = new AbortController()
      void answer(form, asked.signal)
    }, pauseMilliseconds)
  })
}

async function answer(form: HTMLFormElement, signal: AbortSignal): Promise<void> {
  const parts = document.querySelectorAll<HTMLElement>('[data-part][aria-live]')
  for (const part of parts) if (part.childElementCount > 0) part.setAttribute('data-waiting', '')
  try {
    const response = await fetch(form.action, { method: 'POST', body: sent(form), signal })
    // Whoever has been signed out meanwhile is led to the login by the button.
    if (response.redirected) return
    exchange(new DOMParser().parseFromString(await response.text(), 'text/html'))
  } catch (error) {
    if (!signal.aborted) throw error
  } finally {
    if (!signal.aborted) for (const part of parts) part.removeAttribute('data-waiting')
  }
}

/** As the form itself would be sent, without a key: a signature is given by pressing a button. */
function sent(form: HTMLFormElement): URLSearchParams {
  const fields = new URLSearchParams()
  for (const [name, value] of new FormData(form)) {
    if (typeof value === 'string' && name !== 'key') fields.append(name, value)
  }
  fields.set('live', 'yes')
  return fields
}

function exchange(answered: Document): void {
  for (const part of document.querySelectorAll<HTMLElement>('[data-part]')) {
    const next = answered.getElementById(part.id)
    // Nothing is taken out of somebody's hands.
    if (next && !part.contains(document.activeElement))
      part.replaceChildren(...document.importNode(next, true).childNodes)
    part.removeAttribute('data-waiting')
    const field = part.id.endsWith('-fault')
      ? document.getElementById(part.id.slice(0, -'-fault'.length))
      : null
    if (part.childNodes.length > 0 && part.textContent !== '') field?.setAttribute('aria-invalid', 'true')
    else field?.removeAttribute('aria-invalid')
  }
}
