import { type Context, ROOT_CONTEXT, SpanKind, SpanStatusCode, trace, TraceFlags } from '@opentelemetry/api'
import { OTLPTraceExporter } from '@opentelemetry/exporter-trace-otlp-http'
import { defaultResource, resourceFromAttributes } from '@opentelemetry/resources'
import { BatchSpanProcessor, TracerProvider } from '@opentelemetry/sdk-trace'
import type { Answered } from '#http/setting.ts'

export interface Spans {
  readonly observe: (answered: Answered) => void
  /** Sends what has not been sent yet. */
  readonly close: () => Promise<void>
}

/** One span for each request, sent to a collector by OTLP over HTTP. The exporter reads the OTEL_EXPORTER_OTLP_… variables itself. */
export function spansOf(version: string): Spans {
  const named = { 'service.name': process.env['OTEL_SERVICE_NAME'] ?? 'etalon', 'service.version': version }
  const provider = new TracerProvider({
    resource: defaultResource().merge(resourceFromAttributes(named)),
    spanProcessors: [new BatchSpanProcessor({ exporter: new OTLPTraceExporter() })],
  })
  const tracer = provider.getTracer('etalon', version)
  const observe = ({ operation, method, path, status, seconds, requestId, traceparent }: Answered) => {
    const ended = Date.now()
    const attributes = {
      'etalon.operation': operation,
      'etalon.request_id': requestId,
      'http.request.method': method.toUpperCase(),
      'http.route': path,
      'http.response.status_code': status,
    }
    const startTime = ended - seconds * 1000
    const span = tracer.startSpan(
      `${method.toUpperCase()} ${path}`,
      { kind: SpanKind.SERVER, startTime, attributes },
      parentOf(traceparent),
    )
    // A refusal is no fault of the service.
    if (status >= 500) span.setStatus({ code: SpanStatusCode.ERROR })
    span.end(ended)
  }
  return { observe, close: () => provider.shutdown() }
}

/** W3C Trace Context, 3.2: the span of whoever asked. */
function parentOf(traceparent: string | undefined): Context {
  const [, traceId, spanId, flags] =
    /^00-([0-9a-f]{32})-([0-9a-f]{16})-([0-9a-f]{2})$/.exec(traceparent ?? '') ?? []
  if (traceId === undefined || spanId === undefined) return ROOT_CONTEXT
  const traceFlags = Number.parseInt(flags ?? '0', 16) & TraceFlags.SAMPLED
  return trace.setSpanContext(ROOT_CONTEXT, { traceId, spanId, traceFlags, isRemote: true })
}
