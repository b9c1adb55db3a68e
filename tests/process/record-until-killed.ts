import { killedApp } from './killed-app.ts'
import type { KillTask } from './until-killed.ts'

/** A process that records and checks certificates, several at once, and says what was acknowledged, until it is killed. */
interface Task extends KillTask {
  readonly technician: string
  readonly reviewer: string
  readonly transcription: Readonly<Record<string, unknown>>
}

const { task, order } = await killedApp<Task>()
const { technician, reviewer, transcription } = task

async function worker(name: number): Promise<never> {
  for (let i = 0; ; i++) {
    const number = `KILL-${task.round}-${name}-${i}`
    await order('/v1/certificates', { key: technician, body: { ...transcription, number } })
    console.log(`recorded ${number}`)
    await order(`/v1/certificates/${number}/check`, { key: reviewer, headers: { 'if-match': '"1"' } })
    console.log(`checked ${number}`)
  }
}

await Promise.all([1, 2, 3, 4].map(worker))
