/** `<button data-copy="…" hidden>`: shows itself where there is a clipboard, and says that it has copied. */
for (const button of document.querySelectorAll<HTMLButtonElement>('button[data-copy]')) {
  const { copy: text = '', copied = '' } = button.dataset
  const word = button.textContent
  button.hidden = !('clipboard' in navigator)
  button.addEventListener('click', async () => {
    await navigator.clipboard.writeText(text)
    button.textContent = copied
    setTimeout(() => {
      button.textContent = word
    }, 2000)
  })
}
