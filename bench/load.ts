import { connect, type Socket } from 'node:net'
import { sampleOf } from './sample.ts'

/** What a load generator is asked for; it runs as a process of its own (see processes.ts). */
export interface LoadTask {
  readonly port: number
  readonly paths: readonly string[]
  readonly connections: number
  /** Paths taken at random, for so long; absent: each path once. */
  readonly seconds?: number
}

export interface LoadResult {
  readonly perSecond: number
  readonly p50: number
  readonly p99: number
  readonly requests: number
  /** Answers with another status than 200. */
  readonly failures: number
}

/** As many connections, each asking again as soon as it is answered: a closed loop, as autocannon and wrk run it. */
export async function load({ port, paths, connections, seconds }: LoadTask): Promise<LoadResult> {
  const milliseconds: number[] = []
  let failures = 0
  const started = performance.now()
  const next = seconds === undefined ? eachOnce(paths) : atRandom(paths, started + seconds * 1000)
  const client = async () => {
    let connection: Connection | undefined
    for (let path = next(); path !== undefined; path = next()) {
      connection ??= await open(port)
      const asked = performance.now()
      const { status, isLast } = await connection.ask(path)
      milliseconds.push(performance.now() - asked)
      if (status !== 200) failures += 1
      if (isLast) {
        connection.close()
        connection = undefined
      }
    }
    connection?.close()
  }
  await Promise.all(Array.from({ length: connections }, client))
  const perSecond = (milliseconds.length * 1000) / (performance.now() - started)
  const { p50, p99, count } = sampleOf(milliseconds)
  return { perSecond, p50, p99, requests: count, failures }
}

function eachOnce(paths: readonly string[]): () => string | undefined {
  let position = 0
  return () => paths[position++]
}

const atRandom = (paths: readonly string[], end: number) => () =>
  performance.now() < end ? paths[Math.floor(Math.random() * paths.length)] : undefined

interface Connection {
  readonly ask: (path: string) => Promise<{ readonly status: number; readonly isLast: boolean }>
  readonly close: () => void
}

/** HTTP/1.1 on a bare socket: the generator shares the cores with what it measures, and must cost little. */
export async function open(port: number): Promise<Connection> {
  const socket = connect({ port, host: '127.0.0.1', noDelay: true })
  await new Promise<void>((resolve, reject) => socket.once('connect', resolve).once('error', reject))
  return {
    ask: (path) =>
      new Promise((resolve, reject) => {
        socket.once('error', reject)
        readAnswer(socket, (answer) => {
          socket.off('error', reject)
          resolve(answer)
        })
        socket.write(`GET ${path} HTTP/1.1\r\nhost: 127.0.0.1:${port}\r\n\r\n`)
      }),
    close: () => void socket.destroy(),
  }
}

function readAnswer(socket: Socket, done: (answer: { status: number; isLast: boolean }) => void): void {
  let received = ''
  const onData = (chunk: Buffer) => {
    received += chunk.toString('latin1')
    const headEnd = received.indexOf('\r\n\r\n')
    if (headEnd < 0) return
    const head = received.slice(0, headEnd).toLowerCase()
    const length = /\r\ncontent-length: (\d+)/.exec(head)?.[1]
    const isComplete =
      length === undefined ? received.endsWith('0\r\n\r\n') : received.length >= headEnd + 4 + Number(length)
    if (!isComplete) return
    socket.off('data', onData)
    done({ status: Number(received.slice(9, 12)), isLast: head.includes('\r\nconnection: close') })
  }
  socket.on('data', onData)
}

process.on('message', (task: LoadTask) => {
  void load(task).then((result) => process.send?.(result))
})
