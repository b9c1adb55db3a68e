import { policyNamed } from '#metrology/traceability/policies.ts'
import type { Words } from '#metrology/traceability/records.ts'
import { traceability } from '#metrology/traceability/trace.ts'
import type { Opened } from './bundle.ts'
import { carriedAnswer } from './carried-answer.ts'
import { isAlike } from './is-alike.ts'
import { plainOf } from './plain.ts'
import { checkedAll, type Check } from './report.ts'

/** The question is the one that is stated, and the rules of this program give the answer that the node gave. */
export function checkVerdict(opened: Opened): Check {
  const { answer } = opened.bundle
  const verdict = typeof answer === 'object' && answer !== null && 'verdict' in answer ? answer.verdict : '?'
  return checkedAll('verdict', [isQuestion, isPolicy, isAnswer], (faultOf) => faultOf(opened), {
    en: `the rules, applied again, give the verdict “${String(verdict)}”`,
    zh: `重新应用规则得到的结论为“${String(verdict)}”`,
  })
}

type Fault = (opened: Opened) => Words | undefined

const isQuestion: Fault = ({ bundle: { question }, posed, records }) => {
  const { subject } = posed
  const result = subject.kind === 'result' && records.results.find(({ id }) => id === subject.resultId)
  const certificate = result && records.certificates.find(({ id }) => id === result.certificateId)
  const asked = {
    certificate: certificate && certificate.number,
    version: certificate && certificate.version,
    result: result && result.code,
    at: posed.at.toISOString(),
    asKnownAt: posed.asKnownAt.toISOString(),
    policy: posed.policy.code,
  }
  if (isAlike(asked, question)) return undefined
  return { en: 'another question was put than is stated', zh: '实际提出的问题与所列不符' }
}

/** A policy of a known name says what it is known to say. */
const isPolicy: Fault = ({ posed: { policy } }) => {
  const known = policyNamed(policy.code)
  if (!known || isAlike(plainOf(known), plainOf(policy))) return undefined
  return { en: `“${policy.code}” is not the policy of that name`, zh: `“${policy.code}”不是该名称的政策` }
}

const isAnswer: Fault = ({ bundle: { answer }, posed, records }) => {
  if (isAlike(carriedAnswer(traceability(records, posed)), answer)) return undefined
  return { en: 'the rules, applied again, give another answer', zh: '重新应用规则得到不同的答案' }
}
