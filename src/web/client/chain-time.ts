/** Two dates become sliders over the days that matter; what is chosen stands in the address, and the answer changes in place. */
import { exchangeLive } from './exchange-live.ts'

const form = document.querySelector<HTMLFormElement>('[data-time-form]')
let asking: AbortController | undefined

async function answer(form: HTMLFormElement): Promise<void> {
  asking?.abort()
  asking = new AbortController()
  const { signal } = asking
  const filled = [...new FormData(form)].filter(([, text]) => text !== '') as [string, string][]
  const address = `${form.action.split('?')[0]}?${new URLSearchParams(filled)}`
  try {
    await exchangeLive(address, signal)
  } catch {
    if (!signal.aborted) form.submit()
  }
}

/** The last of the days that is not after this one. */
const placeOf = (days: readonly string[], day: string): number =>
  Math.max(0, days.filter((each) => each <= day).length - 1)

for (const slider of form?.querySelectorAll<HTMLInputElement>('input[data-days]') ?? []) {
  const days = slider.dataset['days']?.split(' ') ?? []
  const date = form?.querySelector<HTMLInputElement>(`input[name='${slider.dataset['of']}']`)
  if (!form || !date || days.length < 2) continue
  const follow = () => {
    slider.value = String(placeOf(days, date.value))
    slider.setAttribute('aria-valuetext', date.value)
  }
  slider.hidden = false
  follow()
  slider.addEventListener('input', () => {
    date.value = days[Number(slider.value)] ?? date.value
    slider.setAttribute('aria-valuetext', date.value)
  })
  slider.addEventListener('change', () => void answer(form))
  date.addEventListener('change', () => {
    follow()
    void answer(form)
  })
}
