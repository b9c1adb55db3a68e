/** A line on the terminal that tells how far a command is; nothing where no person is looking. */
export interface Progress {
  readonly tell: (words: string, share?: number) => void
  readonly end: () => void
}

const width = 24
/** A terminal is told often enough to be seen to move, and not more often. */
const everyMilliseconds = 100

export function progressOn(stream: NodeJS.WriteStream = process.stderr): Progress {
  if (!stream.isTTY) return { tell: () => undefined, end: () => undefined }
  let last = 0
  let isShown = false
  return {
    tell: (words, share) => {
      if (performance.now() - last < everyMilliseconds) return
      last = performance.now()
      isShown = true
      stream.write(`\r\u001b[K${share === undefined ? '' : `${bar(share)} `}${words}`)
    },
    end: () => {
      if (isShown) stream.write('\r\u001b[K')
    },
  }
}

/** `██████────  62 %` */
function bar(share: number): string {
  const full = Math.round(Math.min(1, Math.max(0, share)) * width)
  return `${'█'.repeat(full)}${'─'.repeat(width - full)} ${String(Math.floor(share * 100)).padStart(3)} %`
}
