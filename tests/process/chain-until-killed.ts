import { killedApp } from './killed-app.ts'
import type { KillTask } from './until-killed.ts'

/** A process that records certificates, each resting on the one before it, and logs and revises work on them, until it is killed. */
interface Task extends KillTask {
  readonly technician: string
  readonly transcription: Readonly<Record<string, unknown>> & { readonly results: readonly object[] }
  readonly entry: Readonly<Record<string, unknown>> & { readonly results: readonly object[] }
}

const { task, order } = await killedApp<Task>()
const { technician: key } = task

/** The first result of a certificate, taken from another one. */
const resting = (results: readonly object[], symbol: string, from: object) => {
  const [first, ...others] = results as { readonly inputs: object }[]
  return [{ ...first, inputs: { ...first?.inputs, [symbol]: { from } } }, ...others]
}

async function worker(name: number): Promise<never> {
  let above: object = { reference: 'KG' }
  for (let i = 0; ; i++) {
    const number = `CHAIN-${task.round}-${name}-${i}`
    const results = resting(task.transcription.results, 'k', above)
    await order('/v1/certificates', { key, body: { ...task.transcription, number, results } })
    console.log(`recorded ${number}`)
    above = { certificate: number }
    const body = { ...task.entry, results: resting(task.entry.results, 'm_S', above) }
    const logged = await order('/v1/calibrations', { key, body })
    const place = logged.headers.get('location') ?? ''
    const headers = { 'if-match': logged.headers.get('etag') ?? '' }
    await order(place, { method: 'PUT', key, body, headers })
    console.log(`revised ${place}`)
  }
}

await Promise.all([1, 2, 3].map(worker))
