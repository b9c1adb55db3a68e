import type { ImpactItem, ImpactSubject } from '#contract/types.ts'
import { csvLine } from '#exchange/csv/csv-line.ts'
import type { Visit } from '../ground/page-route.ts'
import { inquiryOf } from './inquiry.ts'

const ndjson = 'application/x-ndjson'

const heads = [
  'certificate',
  'version',
  'result',
  'depth',
  'equipment',
  'component',
  'issuer',
  'owner',
  'unit',
  'estimateBefore',
  'UBefore',
  'conformityBefore',
  'estimateAfter',
  'UAfter',
  'conformityAfter',
  'flipped',
  'lost',
]

const streamOf = (visit: Visit, subject: ImpactSubject): Promise<Response> =>
  visit.api.media('assess-impact', {
    body: inquiryOf(subject, visit.url.searchParams),
    accept: ndjson,
    signal: visit.request.signal,
  })

/** Every item, a line each, as it is evaluated. */
export async function impactNdjson(visit: Visit, subject: ImpactSubject, name: string): Promise<Response> {
  const { body } = await streamOf(visit, subject)
  return fileOf(body, `${name}.ndjson`, ndjson)
}

/** The same for a spreadsheet, as it comes: nobody waits for the last line to see the first. */
export async function impactCsv(visit: Visit, subject: ImpactSubject, name: string): Promise<Response> {
  const { body } = await streamOf(visit, subject)
  const lines = body
    ?.pipeThrough(new TextDecoderStream())
    .pipeThrough(asCsv())
    .pipeThrough(new TextEncoderStream())
  return fileOf(lines ?? null, `${name}.csv`, 'text/csv; charset=utf-8; header=present')
}

function asCsv(): TransformStream<string, string> {
  let rest = ''
  return new TransformStream<string, string>({
    start: (controller) => controller.enqueue(`\ufeff${csvLine(heads)}`),
    transform: (chunk, controller) => {
      const lines = (rest + chunk).split('\n')
      rest = lines.pop() ?? ''
      // What the interface sends is what the contract says.
      if (lines.length > 0)
        controller.enqueue(lines.map((line) => lineOf(JSON.parse(line) as ImpactItem)).join(''))
    },
  })
}

const lineOf = ({
  certificate,
  version,
  result,
  depth,
  equipment,
  component,
  ...item
}: ImpactItem): string => {
  const { issuer, owner, unit, before, after, flipped, lost } = item
  return csvLine([
    certificate,
    version,
    result,
    depth,
    equipment,
    component,
    issuer,
    owner,
    unit,
    before.estimate,
    before.U,
    before.conformity,
    after.estimate,
    after.U,
    after.conformity,
    String(flipped),
    String(lost === true),
  ])
}

const fileOf = (body: ReadableStream | null, name: string, media: string): Response =>
  new Response(body, {
    headers: {
      'content-type': media,
      'content-disposition': `attachment; filename="${name.replaceAll(/[^\w.-]/g, '_')}"; filename*=UTF-8''${encodeURIComponent(name)}`,
      'cache-control': 'private, no-store',
      'x-content-type-options': 'nosniff',
    },
  })
