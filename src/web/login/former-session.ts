import { EtalonProblem, type EtalonClient } from '#client/client.ts'

/** Whoever was signed in here before is so no longer; a session that is over already needs no ending. */
export async function endFormerSession(api: EtalonClient): Promise<void> {
  await api.ask('end-current-session').catch((error: unknown) => {
    if (!(error instanceof EtalonProblem)) throw error
  })
}
