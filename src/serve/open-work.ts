import type { MikroORM } from '@mikro-orm/postgresql'
import { startJobs, type JobWorker } from '#db/jobs.ts'
import { posterOf } from '#outbound/post.ts'
import { forgetAnswers } from '#registry/audit/forget-answers.ts'
import { tellDue } from '#registry/due/tell-due.ts'
import { secretBoxOf } from '#registry/secrets/secret-box.ts'
import { settleSecrets, webhookSecrets } from '#registry/webhooks/webhook-secrets.ts'
import { webhookTasks } from '#registry/webhooks/webhook-tasks.ts'

interface WorkOptions {
  readonly orm: MikroORM
  readonly allowPrivateTargets: boolean
  /** Of which the keys of sealed secrets are derived. */
  readonly secretKey: Uint8Array
  readonly log: { debug(message: string): void; warn(message: string): void }
}

/** The time of the machine: receivers compare it with their own, whatever history a demo tells. */
const now = () => new Date()

const notReadable = (webhooks: readonly string[]) =>
  `The secrets of ${webhooks.length} webhooks were sealed by another key than ETALON_DATA_DIR/keys/secrets.pem: nothing is sent to them ` +
  `until each is rotated (POST /v1/webhooks/{id}/rotate): ${webhooks.join(', ')}`

/** What is done after an answer has been given: deliveries, and what is looked for regularly. */
export async function openWork({
  orm,
  allowPrivateTargets,
  secretKey,
  log,
}: WorkOptions): Promise<JobWorker> {
  const poster = posterOf({ allowPrivate: allowPrivateTargets })
  const fork = () => orm.em.fork()
  const secrets = secretBoxOf(secretKey, webhookSecrets)
  const { unreadable } = await fork().transactional((tx) => settleSecrets(tx, secrets))
  if (unreadable.length > 0) log.warn(notReadable(unreadable))
  const worker = await startJobs({
    url: orm.config.get('clientUrl') ?? '',
    tasks: {
      ...webhookTasks({ fork, post: poster.post, now, chance: Math.random, secrets }),
      'tell-due': () => tellDue(fork, now()),
      'forget-answers': async () => void (await forgetAnswers(fork, now())),
    },
    regularly: [
      { task: 'order-forgotten-deliveries', match: '*/5 * * * *' },
      // One in the morning in China.
      { task: 'tell-due', match: '0 17 * * *' },
      { task: 'forget-answers', match: '30 17 * * *' },
    ],
    log,
  })
  return {
    stop: async () => {
      await worker.stop()
      await poster.close()
    },
  }
}
