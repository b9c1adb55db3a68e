import type { MissingContent } from '#contract/types.ts'
import type { Fault } from '#refusal.ts'
import type { CertificateContent } from '../certificate-content.view.ts'
import { incomplete } from '../certificate.refusals.ts'
import { requirements } from './requirements.ts'

const longest = 50

/** What the rules ask of this kind of certificate and its content does not say, by clause. */
export const whatIsMissing = (content: CertificateContent): readonly MissingContent[] =>
  requirements
    .filter(({ kinds }) => kinds.includes(content.kind))
    .flatMap(({ code, clause, weight, missing, words }) =>
      missing(content).map((pointer) => ({ code, clause, weight, pointer, message: words })),
    )

/** Nothing is issued that lacks what it must say; everything that is missing is told at once. */
export function refuseIncomplete(content: CertificateContent): void {
  const missing = whatIsMissing(content).filter(({ weight }) => weight === 'must')
  const [first] = missing
  if (!first) return
  const clauses = [...new Set(missing.map(({ clause }) => clause))]
  const errors = missing
    .slice(0, longest)
    .map(({ code, clause, pointer, message }): Fault => ({ pointer, code, clause, detail: message }))
  throw incomplete(
    {
      en: `${missing.length} missing: ${clauses.join('; ')}`,
      zh: `缺少 ${missing.length} 项：${clauses.join('；')}`,
    },
    {},
    { pointer: first.pointer, errors },
  )
}
