/**
 * How wide a text will be, by counting: whoever draws on a server measures nothing. Chinese characters take an em, capitals
 * more than small letters; the figures are those of the usual typefaces, rounded up.
 */
export function widthOf(text: string, size: number): number {
  let ems = 0
  for (const character of text) ems += emsOf(character)
  return ems * size
}

const wide =
  /[\u1100-\u115f\u2e80-\ua4cf\uac00-\ud7a3\uf900-\ufaff\ufe30-\ufe6f\uff00-\uff60\uffe0-\uffe6]|[\u{1f300}-\u{3fffd}]/u
const capital = /[\p{Lu}@%&±×→]/u
const narrow = /[\s.,:;|!'’()[\]/iIlj·\u00a0\u202f\u2009]/u

const emsOf = (character: string): number => {
  if (wide.test(character)) return 1
  if (narrow.test(character)) return 0.34
  return capital.test(character) ? 0.68 : 0.56
}

/** As much of a text as there is room for; what was left out is told by a title. */
export function fitted(text: string, size: number, room: number): string {
  if (widthOf(text, size) <= room) return text
  let kept = ''
  for (const character of text) {
    if (widthOf(`${kept}${character}…`, size) > room) break
    kept += character
  }
  return `${kept.trimEnd()}…`
}

/** A text on so many lines; the last one ends with an ellipsis where there is more. */
export function wrapped(text: string, size: number, room: number, most: number): readonly string[] {
  const lines: string[] = []
  let line = ''
  for (const piece of pieces(text)) {
    if (line !== '' && widthOf(line + piece.trimEnd(), size) > room) {
      lines.push(line.trimEnd())
      line = ''
    }
    line += line === '' ? piece.trimStart() : piece
  }
  if (line.trim() !== '') lines.push(line.trimEnd())
  if (lines.length <= most) return lines.map((each) => fitted(each, size, room))
  return [...lines.slice(0, most - 1), lines.slice(most - 1).join(' ')].map((each) =>
    fitted(each, size, room),
  )
}

/** A line may end after a word, and after any Chinese character but not before its punctuation. */
const pieces = (text: string): readonly string[] =>
  text.match(
    /[\u2e80-\ua4cf\uf900-\ufaff\uff00-\uff60][\u3001\u3002\uff0c\uff1a\uff1b\uff09]?|[^\s\u2e80-\ua4cf\uf900-\ufaff\uff00-\uff60]+\s*|\s+/gu,
  ) ?? []
