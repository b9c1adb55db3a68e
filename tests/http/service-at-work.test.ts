import { describe, expect, it } from 'vitest'
import { thing, things } from './things.ts'

describe('a service at work', () => {
  const s = things({ strict: false })

  it('answers an unlisted refusal as what it is, and notes the bug', async () => {
    const answer = await s.send('POST', '/v1/things', thing('a', 'unlisted'))
    expect(answer.status).toBe(422)
    expect(s.lines.at(-1)).toMatchObject({ message: 'refusal-not-listed' })
  })

  it('says nothing of what went wrong on its side, and everything in its log', async () => {
    const answer = await s.send('POST', '/v1/things', thing('a', 'bug'), { 'x-request-id': 'order-9' })
    const text = await answer.text()
    expect([answer.status, text.includes('secret'), text.includes('order-9')]).toEqual([500, false, true])
    expect(JSON.parse(text)).not.toHaveProperty('detail')
    const line = s.lines.at(-1)
    expect([line?.message, line?.facts.requestId, line?.facts.err?.message]).toEqual([
      'bug',
      'order-9',
      'the secret cause',
    ])
  })
})
