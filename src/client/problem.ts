import type { MessageFault, Problem } from '#contract/types.ts'

/** What was not carried out, and why (RFC 9457): thrown for every answer that is no success. */
export class EtalonProblem extends Error {
  override readonly name = 'EtalonProblem'
  readonly status: number
  /** Stable; a program may rely on it. `not-a-problem` where somebody between us answered. */
  readonly code: string
  /** What is so; constant for each code. */
  readonly title: string
  /** What is so this time, in the language that was asked for. */
  readonly detail: string
  /** JSON Pointer to the place in the request. */
  readonly pointer: string | undefined
  /** The rule of traceability that refused. */
  readonly rule: string | undefined
  readonly errors: readonly MessageFault[]
  readonly requestId: string | undefined
  /** The problem as it came, with the facts that it states. */
  readonly problem: Readonly<Record<string, unknown>>

  constructor(status: number, problem: Partial<Problem>) {
    const { code = 'not-a-problem', title = `Answered with status ${status}`, detail = title } = problem
    super(`${status} ${code}: ${detail}`)
    this.status = status
    this.code = code
    this.title = title
    this.detail = detail
    this.pointer = problem.pointer
    this.rule = problem.rule
    this.errors = problem.errors ?? []
    this.requestId = problem.requestId
    this.problem = problem
  }
}

/** The problem that an answer tells of; a proxy on the way may tell of none. */
export async function problemIn(answer: Response): Promise<EtalonProblem> {
  const isProblem = answer.headers.get('content-type')?.startsWith('application/problem+json') === true
  const text = await answer.text()
  return new EtalonProblem(answer.status, isProblem ? (JSON.parse(text) as Problem) : {})
}
