import { html } from 'hono/html'
import { choice, fileField } from '../ground/blocks/field.ts'
import type { Html, Visit } from '../ground/page-route.ts'
import { hasTemplate, kindsFor } from './kinds.ts'
import { importWords } from './words.ts'

/** Where a file is chosen or dropped; the first button only looks at it. */
export function formSection(visit: Visit, fault?: string): Html {
  const { language, form, url } = visit
  const words = importWords[language]
  const stated = (name: string) => String(form.get(name) ?? url.searchParams.get(name) ?? '') || undefined
  return html`<section aria-label="${words.import}">
    <form method="post" action="/import" enctype="multipart/form-data" data-drop>
      <div class="fields">
        ${choice({
          name: 'kind',
          label: words.kind,
          value: stated('kind'),
          options: kindsFor(visit).map(({ kind }) => ({ value: kind, label: words[kind] })),
        })}
        ${choice({
          name: 'mode',
          label: words.mode,
          value: stated('mode'),
          options: [
            { value: 'all', label: words.all },
            { value: 'each', label: words.each },
          ],
        })}
      </div>
      <div class="drop-place">
        ${fileField({ name: 'file', label: words.file, hint: words.fileHint, accept: '.xlsx,.csv,.ndjson,.jsonl', fault })}
      </div>
      <p class="form-end"><button name="step" value="check">${words.check}</button></p>
    </form>
  </section>`
}

export function templatesSection(visit: Visit): Html {
  const { language } = visit
  const words = importWords[language]
  return html`<section aria-labelledby="templates">
    <h2 id="templates">${words.templates}</h2>
    <p>${words.templatesText}</p>
    <ul class="template-list">
      ${kindsFor(visit)
        .filter(({ kind }) => hasTemplate(kind))
        .map(
          ({ kind }) =>
            html`<li>
              ${words[kind]}:
              ${['xlsx', 'csv'].map(
                (format) =>
                  html`<a href="/v1/import/${kind}/template.${format}?language=${language}" download
                    >${words.template(words[kind], format.toUpperCase())}</a
                  > `,
              )}
            </li>`,
        )}
    </ul>
  </section>`
}
