import { readConfig, type Config } from '#config.ts'
import { runningEmbedded } from '#db/embedded/running.ts'
import { startEmbedded } from '#db/embedded.ts'

const say = (message: string) => void process.stderr.write(`${message}\n`)
const quiet = { debug: () => undefined, info: () => undefined, warn: say, error: say }

/** Works on the database that the environment names: beside a service that runs, or without one. */
export async function withDatabase<T>(
  work: (url: string, config: Config) => Promise<T>,
  { alone = false }: { readonly alone?: boolean } = {},
): Promise<T> {
  const config = readConfig(process.env)
  const { databaseUrl, dataDir } = config
  if (databaseUrl !== undefined) return work(databaseUrl, config)
  const running = alone ? undefined : await runningEmbedded(dataDir)
  if (running !== undefined) return work(running, config)
  const embedded = await startEmbedded({ dataDir, log: quiet })
  try {
    return await work(embedded.url, config)
  } finally {
    await embedded.stop()
  }
}
