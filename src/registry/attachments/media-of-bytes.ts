/** What may be attached, and how its bytes begin. Nothing that a browser would run. */
const openings: Readonly<Record<string, readonly number[]>> = {
  'application/pdf': [0x25, 0x50, 0x44, 0x46, 0x2d],
  'image/png': [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a],
  'image/jpeg': [0xff, 0xd8, 0xff],
}
const text = 'text/csv'

export const attachableMedia: readonly string[] = [...Object.keys(openings), text]

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
    return !bytes.some(isControl) && !/^\s*(?:<|#!)/.test(said)
  } catch {
    return false
  }
}

/** Of UTF-8 no byte of a longer character is among them; tab and the ends of lines are allowed. */
const isControl = (byte: number): boolean => (byte < 32 && ![9, 10, 13].includes(byte)) || byte === 127
