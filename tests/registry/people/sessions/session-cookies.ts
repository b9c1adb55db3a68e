import { must, type Answer, type Asking } from '../../people-of-the-tests.ts'

/** As a browser says of our own pages. */
export const own = { 'sec-fetch-site': 'same-origin' }
export const tokenIn = (answer: Answer) =>
  /etalon=([\w-]*);/.exec(answer.headers.get('set-cookie') ?? '')?.[1] ?? ''

export const from = (address: string) => ({ incoming: { socket: { remoteAddress: address } } })
export const ids = async (as: Asking) =>
  (must(await as.get('/v1/sessions?limit=500')).body.items as { id: string; person: string }[]).map(
    (one) => one.id,
  )
