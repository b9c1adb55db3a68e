import { execFile } from 'node:child_process'

/** How grave a finding may be before it stops a release. */
const grave: readonly string[] = ['high', 'critical']

interface Finding {
  readonly name: string
  readonly severity: string
  /** Advisories by their words, and other packages by their names. */
  readonly via: readonly (string | { readonly title: string; readonly url: string })[]
}

interface Report {
  readonly auditReportVersion?: number
  readonly vulnerabilities?: Readonly<Record<string, Finding>>
  readonly statusCode?: number
  readonly message?: string
  readonly error?: { readonly summary?: string; readonly code?: string }
}

/** What npm says of the packages that a node runs; an exit code of its own means that it found something. */
function askRegistry(): Promise<string> {
  // npm gives its own place to what it runs: that one has the lockfile's settings.
  const npm = process.env['npm_execpath']
  const [program, before] = npm === undefined ? ['npm', []] : [process.execPath, [npm]]
  const words = ['audit', '--omit=dev', '--json', '--fetch-retries=0', '--fetch-timeout=20000']
  return new Promise((resolve) => {
    execFile(program, [...before, ...words], { maxBuffer: 32 * 1024 * 1024 }, (_, stdout) => resolve(stdout))
  })
}

function reportIn(text: string): Report {
  try {
    return Object(JSON.parse(text)) as Report
  } catch {
    return { message: 'npm gave no report' }
  }
}

function reasonIn({ statusCode, message, error }: Report): string {
  if (statusCode !== undefined) return `it answered ${statusCode}`
  return [error?.code, error?.summary, message].find((word) => word !== undefined && word !== '') ?? 'unknown'
}

function lineOf({ name, severity, via }: Finding): string {
  const causes = via.map((cause) => (typeof cause === 'string' ? cause : `${cause.title} (${cause.url})`))
  return `  ${severity}  ${name}: ${causes.join('; ')}`
}

/** Prints what was found, and answers the number of exit. */
async function audit(isRequired: boolean): Promise<number> {
  const report = reportIn(await askRegistry())
  if (report.auditReportVersion === undefined) {
    const said = `audit: the registry cannot be asked for advisories (${reasonIn(report)})`
    console.error(isRequired ? said : `${said}; nothing was audited. ETALON_AUDIT=required makes this fail`)
    return isRequired ? 1 : 0
  }
  const found = Object.values(report.vulnerabilities ?? {})
  const stopping = found.filter(({ severity }) => grave.includes(severity))
  const lesser = found.length - stopping.length
  const lines = stopping.map(lineOf)
  console.log([`audit: ${stopping.length} grave findings, ${lesser} lesser ones`, ...lines].join('\n'))
  return stopping.length > 0 ? 1 : 0
}

process.exitCode = await audit(process.env['ETALON_AUDIT'] === 'required')
