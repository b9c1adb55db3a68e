import { setTimeout as wait } from 'node:timers/promises'
import { describe, expect, it } from 'vitest'
import { relay } from '#registry/imports/running/relay.ts'
import type { Tell } from '#registry/imports/running/run.ts'

const row = { line: 2, state: 'recorded' } as const

/** Rows told one after the other, as an import tells them. */
function work(rows: number) {
  const state = { isDone: false }
  const done = async (tell: Tell) => {
    for (let i = 0; i < rows; i++) await tell.rows([row])
    state.isDone = true
    return rows
  }
  return { state, done }
}

describe('whoever listens to an import', () => {
  it('hears of every row in its order, and of the end last', async () => {
    const { done } = work(3)
    const heard: string[] = []
    for await (const { kind } of relay(done).steps) heard.push(kind)
    expect(heard).toEqual(['rows', 'rows', 'rows', 'ended'])
  })

  it('is cut off when they let the work wait too long in all, and the work goes on', async () => {
    const { state, done } = work(1_000)
    const { steps } = relay(done, 100)
    const slowly = async () => {
      for await (const _ of steps) await wait(30)
    }
    await expect(slowly()).rejects.toThrow('too slowly')
    await expect.poll(() => state.isDone).toBe(true)
  })

  it('does not hold it up by never listening, and hears the end however late they come for it', async () => {
    const silent = work(3)
    relay(silent.done, 50)
    await expect.poll(() => silent.state.isDone).toBe(true)
    const late = work(0)
    const { steps } = relay(late.done, 50)
    await wait(100)
    expect((await steps.next()).value).toMatchObject({ kind: 'ended' })
  })

  it('does not end it by hanging up in the midst of a row', async () => {
    const { state, done } = work(3)
    const { steps } = relay(done)
    await steps.next()
    await steps.return(undefined)
    await expect.poll(() => state.isDone).toBe(true)
  })
})
