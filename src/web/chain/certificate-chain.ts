import { html } from 'hono/html'
import type { CertificateTraceabilityQuery } from '#contract/types.ts'
import { choice } from '../ground/blocks/field.ts'
import type { PageAnswer, Visit } from '../ground/page-route.ts'
import { prepareLayouts } from '../graph/layout/layouts.ts'
import { answeredAt } from './asked-moments.ts'
import { chainCsv } from './chain-csv.ts'
import { chainPage } from './chain-page.ts'
import { csvFile } from './csv-file.ts'
import { chainWords } from './words.ts'

/** What the address asks beside the moments, in the words of the interface. */
function askedBy({ url }: Visit): CertificateTraceabilityQuery {
  const { searchParams: query } = url
  const [result, policy, version] = [query.get('result'), query.get('policy'), query.get('version')]
  return {
    ...(result && { result }),
    ...(policy && { policy }),
    ...(version && { version: Number(version) }),
  }
}

const answerTo = ({ api, url, params: { number = '' } }: Visit, query: CertificateTraceabilityQuery) =>
  answeredAt(url, (moments) =>
    api.ask('traceability-of-certificate', { params: { number }, query: { ...query, ...moments } }),
  )

export async function certificateChain(visit: Visit): Promise<PageAnswer> {
  prepareLayouts()
  const { api, params, language } = visit
  const { number = '' } = params
  const query = askedBy(visit)
  const words = chainWords[language]
  const [{ answer, present, moments }, certificate, policies] = await Promise.all([
    answerTo(visit, query),
    api.ask('read-certificate', { params: { number } }),
    api.ask('list-policies', { query: { limit: 500 } }),
  ])
  const { results } = certificate.body
  const asked = new URLSearchParams(
    Object.entries({ ...query, ...moments }).map(([name, value]): [string, string] => [name, String(value)]),
  )
  const path = encodeURIComponent(number)
  return chainPage(visit, {
    answer,
    present,
    policies: policies.body.items,
    name: `${number} · ${answer.subject.result ?? ''}`,
    trail: [{ href: `/certificates/${path}`, label: number }],
    subject:
      results.length > 1
        ? choice({
            name: 'result',
            label: words.whichResult,
            value: answer.subject.result,
            options: results.map(({ code }) => ({ value: code, label: code })),
          })
        : html``,
    json: `/v1/certificates/${path}/traceability?${asked}`,
    actions: html`<a class="button second" href="/certificates/${path}/impact">${words.impact}</a>`,
  })
}

export async function certificateChainCsv(visit: Visit): Promise<PageAnswer> {
  const { answer } = await answerTo(visit, askedBy(visit))
  return csvFile(`chain-${visit.params['number'] ?? ''}.csv`, chainCsv(answer, visit.language))
}
