/** What may be attached, and how its bytes begin. Nothing that a browser would run. */
const openings: Readonly<Record<string, readonly number[]>> = {
  'application/pdf': [0x25, 0x50, 0x44, 0x46, 0x2d],
  'image/png': [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a],
  'image/jpeg': [0xff, 0xd8, 0xff],
}
const text = 'text/csv'

export const attachableMedia: readonly string[] = [...Object.keys(openings), text]

/** As it may be sent, and as it is asked for. */
export const anyBytes: readonly string[] = ['application/octet-stream', ...attachableMedia]

/** Which of them these bytes are; undefined where they are none. Text is UTF-8 without control characters. */
export function mediaOf(bytes: Uint8Array): string | undefined {
  const found = Object.entries(openings).find(([, opening]) => opening.every((byte, i) => bytes[i] === byte))
  return found?.[0] ?? (isText(bytes) ? text : undefined)
}

function isText(bytes: Uint8Array): boolean {
  if (bytes.length === 0) return false
  try {
    const said = new TextDecoder('utf-8', { fatal: true }).decode(bytes)
    // What begins like a page or a script is none of the tables that may be attached.
    return !/[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f]/.test(said) && !/^\s*(?:<|#!)/.test(said)
  } catch {
    return false
  }
}
