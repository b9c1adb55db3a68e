/** Only over https, or on the machine itself, a browser can verify; else the form sends the file to the service. */
const canVerify = 'subtle' in crypto && 'DecompressionStream' in window

function checkFilesOf(form: HTMLFormElement): void {
  const input = form.querySelector('input')
  const hint = form.querySelector<HTMLElement>('[data-hint]')
  const button = form.querySelector('button')
  const answer = document.querySelector<HTMLElement>('#file-answer')
  if (!input || !hint || !button || !answer) return
  const said = hint.dataset['hint'] ?? ''
  hint.textContent = said
  button.hidden = true
  form.classList.add('live')
  const take = async (file: File) => {
    answer.replaceChildren()
    hint.textContent = form.dataset['checking'] ?? ''
    try {
      // What checks a file is fetched with the first one.
      const { showFile } = await import('./show-file.ts')
      await showFile(file, form.dataset['language'] === 'zh' ? 'zh' : 'en', answer)
    } finally {
      hint.textContent = said
      input.value = ''
    }
  }
  input.addEventListener('change', () => void (input.files?.[0] && take(input.files[0])))
  takeDropped(form, take)
}

/** Anywhere on the page: nobody aims. */
function takeDropped(form: HTMLFormElement, take: (file: File) => Promise<void>): void {
  document.addEventListener('dragover', (event) => {
    event.preventDefault()
    form.classList.add('over')
  })
  document.addEventListener('dragleave', () => form.classList.remove('over'))
  document.addEventListener('drop', (event) => {
    event.preventDefault()
    form.classList.remove('over')
    const file = event.dataTransfer?.files[0]
    if (file) void take(file)
  })
}

if (canVerify)
  for (const form of document.querySelectorAll<HTMLFormElement>('[data-file-form]')) checkFilesOf(form)
