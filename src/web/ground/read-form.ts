const defaultMost = 1_000_000

/** What was sent is not a form, or more than is taken. */
export type FormFault = 'too-large' | 'unreadable'

/** A form is read to its end before anything is done with it, and never more than `most` bytes of it. */
export async function readForm(request: Request, most = defaultMost): Promise<FormData | FormFault> {
  if (saysToBeLonger(request, most)) return 'too-large'
  const chunks: Uint8Array[] = []
  let length = 0
  for await (const chunk of (request.body ?? []) as AsyncIterable<Uint8Array>) {
    length += chunk.length
    if (length > most) return 'too-large'
    chunks.push(chunk)
  }
  const type = request.headers.get('content-type') ?? 'application/x-www-form-urlencoded'
  const whole = new Response(Buffer.concat(chunks), { headers: { 'content-type': type } })
  return whole.formData().catch((): FormFault => 'unreadable')
}

/** Seconds after which a large form may find a place: by then the slowest of those before it has come, or was cut off. */
export const formPauseSeconds = 30

/**
 * Reads forms, and only so many large ones at once: each is kept in memory until its last byte has come. What says how long it is
 * cannot be longer; what does not say it is taken to be as long as it may be.
 */
export function formReader(mostLarge = 8) {
  let large = 0
  return async (request: Request, most = defaultMost): Promise<FormData | FormFault | 'busy'> => {
    if (saysToBeLonger(request, most)) return 'too-large'
    const length = Number(request.headers.get('content-length') ?? Infinity)
    if (most <= defaultMost || length <= defaultMost) return readForm(request, most)
    if (large >= mostLarge) return 'busy'
    large++
    try {
      return await readForm(request, most)
    } finally {
      large--
    }
  }
}

const saysToBeLonger = (request: Request, most: number): boolean =>
  Number(request.headers.get('content-length') ?? 0) > most

export const mostBytes = (most: number | undefined): number => most ?? defaultMost
