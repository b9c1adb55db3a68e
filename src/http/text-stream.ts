/**
 * Texts that are made while they are read, as bytes. Whoever stops reading (a client that has gone) ends the making; `stop`
 * ends what it may be waiting for.
 */
export function textStream(
  texts: AsyncIterable<string>,
  stop: () => void = () => undefined,
): ReadableStream<Uint8Array> {
  const encoder = new TextEncoder()
  const making = texts[Symbol.asyncIterator]()
  return new ReadableStream<Uint8Array>(
    {
      pull: async (controller) => {
        const { done, value } = await making.next()
        if (done === true) controller.close()
        else controller.enqueue(encoder.encode(value))
      },
      cancel: async () => {
        stop()
        await making.return?.()
      },
    },
    // One text is made ahead of its reader, and no more.
    { highWaterMark: 1 },
  )
}
