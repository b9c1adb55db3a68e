const defaultMost = 1_000_000

/** What was sent is not a form, or more than is taken. */
export type FormFault = 'too-large' | 'unreadable'

/** A form is read to its end before anything is done with it, and never more than `most` bytes of it. */
export async function readForm(request: Request, most = defaultMost): Promise<FormData | FormFault> {
  if (Number(request.headers.get('content-length') ?? 0) > most) return 'too-large'
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

export const mostBytes = (most: number | undefined): number => most ?? defaultMost
