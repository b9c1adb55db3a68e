/**
 * Readings from a spreadsheet: a pasted column is filled into its input, several columns into the inputs that follow, or
 * into those that a first row names. A decimal comma is refused in words: what it means is not guessed at.
 */
for (const field of readingFields()) field.addEventListener('paste', (event) => void paste(event, field))

/** Another form of an input has other fields: they are drawn by the service. */
for (const select of document.querySelectorAll<HTMLSelectElement>('select[data-resubmit]')) {
  select.addEventListener('change', () => {
    const { form } = select
    const button = form?.querySelector<HTMLButtonElement>('button[value="refresh"]')
    if (form && button) form.requestSubmit(button)
  })
}

function readingFields(): HTMLTextAreaElement[] {
  return [...document.querySelectorAll<HTMLTextAreaElement>('textarea[data-readings]')]
}

function paste(event: ClipboardEvent, field: HTMLTextAreaElement): void {
  const text = event.clipboardData?.getData('text/plain') ?? ''
  const rows = text
    .split(/\r\n|\r|\n/)
    .filter((row) => row.trim() !== '')
    .map((row) => row.split('\t').map((cell) => cell.trim()))
  if (rows.length < 2 && (rows[0]?.length ?? 0) < 2) return
  event.preventDefault()
  const comma = rows.flat().find((cell) => /^[+-]?[\d ]*,\d+$/.test(cell))
  if (comma !== undefined) {
    tell(field, commaWords(comma))
    return
  }
  const [first = [], ...others] = rows
  const isNamed = first.some((cell) => cell !== '' && Number.isNaN(Number(cell.replaceAll(' ', ''))))
  const values = isNamed ? others : rows
  const fields = readingFields().slice(readingFields().indexOf(field))
  first.forEach((name, column) => {
    const named = isNamed ? readingFields().find((each) => symbolOf(each) === name) : undefined
    const target = named ?? (isNamed && first.length > 1 ? undefined : fields[column])
    if (target)
      fill(
        target,
        values.map((row) => row[column] ?? '').filter((cell) => cell !== ''),
      )
  })
}

function fill(field: HTMLTextAreaElement, readings: readonly string[]): void {
  field.value = readings.join('\n')
  tell(field, '')
  field.dispatchEvent(new Event('input', { bubbles: true }))
}

/** `input-2-figure` belongs to the symbol in `input-2-symbol`. */
function symbolOf(field: HTMLTextAreaElement): string | undefined {
  const symbol = document.getElementById(field.id.replace(/-figure$/, '-symbol'))
  return symbol instanceof HTMLInputElement ? symbol.value : undefined
}

function tell(field: HTMLTextAreaElement, text: string): void {
  const place = document.getElementById(`${field.id}-fault`)
  if (place) place.textContent = text
  if (text === '') field.removeAttribute('aria-invalid')
  else field.setAttribute('aria-invalid', 'true')
}

const commaWords = (cell: string): string =>
  document.documentElement.lang.startsWith('zh')
    ? `${cell}：不猜测小数逗号，请用小数点。未填入任何内容。`
    : `${cell}: a decimal comma is not guessed at; write a point. Nothing was filled in.`
