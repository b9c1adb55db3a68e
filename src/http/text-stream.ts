import { AsyncLocalStorage } from 'node:async_hooks'

/**
 * Texts that are made while they are read, as bytes. Whoever stops reading (a client that has gone) ends the making; `stop`
 * ends what it may be waiting for. They are made in the name of whoever asked, and not of whoever happens to read.
 */
export function textStream(
  texts: AsyncIterable<string>,
  stop: () => void = () => undefined,
): ReadableStream<Uint8Array> {
  const encoder = new TextEncoder()
  const making = texts[Symbol.asyncIterator]()
  const asBefore = AsyncLocalStorage.snapshot()
  return new ReadableStream<Uint8Array>(
    {
      pull: async (controller) => {
        const { done, value } = await asBefore(() => making.next())
        if (done === true) controller.close()
        else controller.enqueue(encoder.encode(value))
      },
      cancel: async () => {
        stop()
        await asBefore(() => making.return?.())
      },
    },
    // One text is made ahead of its reader, and no more.
    { highWaterMark: 1 },
  )
}
