/** Fetches a page and lets its parts with `data-live` take the place of those here; the address says what is shown. */
export async function exchangeLive(address: string, signal: AbortSignal): Promise<void> {
  const response = await fetch(address, { signal, headers: { accept: 'text/html' } })
  // Whoever was signed out meanwhile, or asked something that is refused, is to see the page itself.
  if (!response.ok || response.redirected) throw new Error(String(response.status))
  const page = new DOMParser().parseFromString(await response.text(), 'text/html')
  for (const live of document.querySelectorAll<HTMLElement>('[data-live]')) {
    const next = page.querySelector(`[data-live='${live.dataset['live']}']`)
    live.replaceChildren(...(next?.childNodes ?? []))
  }
  history.replaceState(null, '', address)
  document.dispatchEvent(new Event('graph-drawn'))
}
