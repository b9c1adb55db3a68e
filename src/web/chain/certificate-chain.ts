import { html } from 'hono/html'
import type { CertificateTraceabilityQuery } from '#contract/types.ts'
import { choice } from '../ground/blocks/field.ts'
import type { PageAnswer, Visit } from '../ground/page-route.ts'
import { chainCsv } from './chain-csv.ts'
import { chainPage } from './chain-page.ts'
import { csvFile } from './csv-file.ts'
import { momentOfKnowledge, momentOfUse } from './days.ts'
import { chainWords } from './words.ts'

/** What the address asks, in the words of the interface. */
function askedBy({ url }: Visit, now: Date): CertificateTraceabilityQuery {
  const { searchParams: query } = url
  const [result, policy, version] = [query.get('result'), query.get('policy'), query.get('version')]
  const at = momentOfUse(query.get('at'))
  const asKnownAt = momentOfKnowledge(query.get('asKnownAt'), now)
  return {
    ...(result && { result }),
    ...(policy && { policy }),
    ...(version && { version: Number(version) }),
    ...(at !== undefined && { at }),
    ...(asKnownAt !== undefined && { asKnownAt }),
  }
}

export async function certificateChain(visit: Visit): Promise<PageAnswer> {
  const { api, params, language } = visit
  const { number = '' } = params
  const now = new Date()
  const query = askedBy(visit, now)
  const words = chainWords[language]
  const isOfAnotherTime = query.at !== undefined || query.asKnownAt !== undefined
  const { at: _at, asKnownAt: _known, ...timeless } = query
  const [{ body: answer }, present, certificate, policies] = await Promise.all([
    api.ask('traceability-of-certificate', { params: { number }, query }),
    isOfAnotherTime
      ? api.ask('traceability-of-certificate', { params: { number }, query: timeless })
      : undefined,
    api.ask('read-certificate', { params: { number } }),
    api.ask('list-policies', { query: { limit: 500 } }),
  ])
  const { results } = certificate.body
  const asked = new URLSearchParams(
    Object.entries(query).map(([name, value]): [string, string] => [name, String(value)]),
  )
  const path = encodeURIComponent(number)
  return chainPage(
    visit,
    {
      answer,
      present: present?.body,
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
    },
    now,
  )
}

export async function certificateChainCsv(visit: Visit): Promise<PageAnswer> {
  const { number = '' } = visit.params
  const query = askedBy(visit, new Date())
  const { body } = await visit.api.ask('traceability-of-certificate', { params: { number }, query })
  return csvFile(`chain-${number}.csv`, chainCsv(body, visit.language))
}
