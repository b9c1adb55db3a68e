import { killedApp } from './killed-app.ts'
import type { KillTask } from './until-killed.ts'

/** A process that imports a list and says each row that is committed, until it is killed. */
interface Task extends KillTask {
  readonly key: string
  readonly path: string
  readonly table: string
}

const { task, app } = await killedApp<Task>()
const answer = await app.request(task.path, {
  method: 'POST',
  headers: {
    authorization: `Bearer ${task.key}`,
    'content-type': 'text/csv',
    accept: task.path.includes('mode=all') ? 'text/event-stream' : 'application/x-ndjson',
    'idempotency-key': `list-${task.round}`,
  },
  body: task.table,
})
if (answer.status !== 200) throw new Error(`${answer.status} ${await answer.text()}`)
for await (const piece of (answer.body ?? []) as AsyncIterable<Uint8Array>)
  process.stdout.write(new TextDecoder().decode(piece))
