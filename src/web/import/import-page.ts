import { html } from 'hono/html'
import { EtalonProblem } from '#client/client.ts'
import type { ImportReport } from '#contract/types.ts'
import { banner } from '../ground/blocks/banner.ts'
import { emptyState } from '../ground/blocks/lists.ts'
import { pageHead } from '../ground/blocks/page-head.ts'
import { when } from '../ground/html.ts'
import type { Html, Page, PageAnswer, Visit } from '../ground/page-route.ts'
import { formSection, templatesSection } from './form-section.ts'
import { formerSection } from './former-section.ts'
import { kindNamed, kindsFor } from './kinds.ts'
import { reportSection } from './report-section.ts'
import { fileSent, keptContent, type SentFile } from './sent-file.ts'
import { importWords } from './words.ts'

const islands = ['import-file']

export async function importStart(visit: Visit): Promise<Page> {
  return pageOf(visit, html`${formSection(visit)} ${templatesSection(visit)} ${await formerSection(visit)}`)
}

function pageOf(visit: Visit, content: Html, status?: number): Page {
  const words = importWords[visit.language]
  const nothing = emptyState(words.none, words.noneText)
  return {
    title: words.import,
    nav: 'equipment',
    islands,
    ...(status !== undefined && { status }),
    content: html`${pageHead(visit, { title: words.import, lead: words.lead })}
    ${kindsFor(visit).length === 0 ? nothing : content}`,
  }
}

/** A file is looked at, or recorded: what is refused as a whole is told beside the form. */
export async function importSent(visit: Visit): Promise<PageAnswer> {
  const words = importWords[visit.language]
  const file = await fileSent(visit)
  if (!file) return pageOf(visit, formSection(visit, words.noFile), 422)
  const isTrial = visit.form.get('step') !== 'commit'
  try {
    const report = await askedFor(visit, file, isTrial)
    if (report.id !== undefined) return { redirect: `/import/${report.id}` }
    return previewPage(visit, file, report)
  } catch (error) {
    if (!(error instanceof EtalonProblem) || error.status >= 500) throw error
    const kept = /^\/v1\/imports\/([0-9a-f-]{36})$/.exec(String(error.problem['import']))?.[1]
    if (kept !== undefined) return { redirect: `/import/${kept}` }
    return pageOf(visit, html`${problemNote(error)} ${formSection(visit)}`, error.status)
  }
}

async function askedFor(visit: Visit, file: SentFile, dryRun: boolean): Promise<ImportReport> {
  const { api, form } = visit
  const { operation } = kindNamed(String(form.get('kind'))) ?? { operation: 'bulk-import-equipment' as const }
  const mode = form.get('mode') === 'each' ? ('each' as const) : ('all' as const)
  const { body } = await api.ask(operation, {
    query: { mode, dryRun, name: file.name },
    // What the interface does not read it refuses itself, in words.
    body: { content: file.bytes, media: file.media as 'application/x-ndjson' },
  })
  return body
}

const problemNote = ({ title, detail }: EtalonProblem): Html =>
  banner({ tone: 'bad', title: title ?? '', text: detail ?? '' })

/** Nothing is recorded yet: one click more does it, with the very bytes that were looked at. */
function previewPage(visit: Visit, file: SentFile, report: ImportReport): Page {
  const words = importWords[visit.language]
  const { counts, mode } = report
  const wrong = counts.refused + counts.conflicting
  const isWorthIt = counts.recorded > 0 && (mode === 'each' || wrong === 0)
  return {
    title: words.preview,
    nav: 'equipment',
    islands,
    content: html`${pageHead(visit, {
      title: words.preview,
      trail: [{ href: '/import', label: words.import }, { label: file.name }],
      lead: words.previewLead(file.name),
    })}
    ${reportSection(report, visit.language)} ${when(isWorthIt, () => commitForm(visit, file, report))}
    ${formSection(visit)}`,
  }
}

function commitForm({ language }: Visit, file: SentFile, { kind, mode }: ImportReport): Html {
  const words = importWords[language]
  const content = keptContent(file)
  if (content === undefined) return html`<p class="note caution">${words.tooLargeToKeep}</p>`
  return html`<form
    method="post"
    action="/import"
    data-commit="${file.media}"
    data-progress="${words.progress}"
  >
    <input type="hidden" name="kind" value="${kind}" />
    <input type="hidden" name="mode" value="${mode}" />
    <input type="hidden" name="name" value="${file.name}" />
    <input type="hidden" name="content" value="${content}" />
    <p class="form-end"><button name="step" value="commit">${words.commit}</button></p>
  </form>`
}

/** What became of an import. */
export async function importResult(visit: Visit): Promise<Page> {
  const { api, params, language } = visit
  const words = importWords[language]
  const { body } = await api.ask('read-import', { params: { id: params['id'] ?? '' } })
  return {
    title: words.result,
    nav: 'equipment',
    content: html`${pageHead(visit, {
      title: words.result,
      trail: [{ href: '/import', label: words.import }, { label: body.name ?? words.result }],
      actions: html`<a class="button second" href="/import?kind=${body.kind}">${words.again}</a>`,
    })}
    ${reportSection(body, language)}`,
  }
}
