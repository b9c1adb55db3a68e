import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { Pool } from 'pg'

/** What a bare service does: one prepared query a request by number, its row as JSON; nothing is judged, nothing signed. */
const pool = new Pool({ connectionString: process.argv[2], max: 10 })
const text = `select number, edition, kind, issued_at, performed_at, valid_until, sha256 from certificates
  where number = $1 order by edition desc limit 1`

const server = createServer((request, response) => {
  const number = decodeURIComponent(request.url?.split('/')[3] ?? '')
  pool.query({ name: 'certificate', text, values: [number] }).then(
    ({ rows }) => {
      const body = JSON.stringify(rows[0] ?? null)
      response.writeHead(rows.length > 0 ? 200 : 404, {
        'content-type': 'application/json',
        'content-length': Buffer.byteLength(body),
      })
      response.end(body)
    },
    (error: unknown) => {
      console.error(error)
      response.writeHead(500).end()
    },
  )
})
server.listen(0, '127.0.0.1', () => process.send?.((server.address() as AddressInfo).port))
process.on('SIGTERM', () => process.exit())
