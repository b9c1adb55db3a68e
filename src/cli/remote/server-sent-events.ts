export interface ServerSentEvent {
  readonly name: string
  readonly data: string
}

/** The events of a stream, each when its blank line has come (HTML, 9.2.6). */
export async function* serverSentEvents(stream: AsyncIterable<Uint8Array>): AsyncGenerator<ServerSentEvent> {
  const decoder = new TextDecoder()
  let rest = ''
  for await (const chunk of stream) {
    const blocks = (rest + decoder.decode(chunk, { stream: true })).split('\n\n')
    rest = blocks.pop() ?? ''
    for (const block of blocks) {
      const fields = block.split('\n').map(fieldOf)
      const data = fields.filter(({ name }) => name === 'data').map(({ value }) => value)
      const named = fields.find(({ name }) => name === 'event')
      if (data.length > 0) yield { name: named?.value ?? 'message', data: data.join('\n') }
    }
  }
}

function fieldOf(line: string) {
  const [name = '', ...rest] = line.split(':')
  return { name, value: rest.join(':').replace(/^ /, '') }
}
