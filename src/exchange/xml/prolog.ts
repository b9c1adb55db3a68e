import { doctypeRefused } from './xml.refusals.ts'

/** What may stand before the root: the declaration, white space, comments, instructions. */
const passed = /[ \t\r\n]+|<!--[\s\S]*?-->|<\?[\s\S]*?\?>/y

/** Refuses any document type before anything is parsed, also one that is harmless or not used (OWASP XXE). */
export function refuseDoctype(text: string): void {
  let at = 0
  passed.lastIndex = 0
  while (passed.test(text)) at = passed.lastIndex
  if (!/^<!doctype/i.test(text.slice(at, at + 9))) return
  const line = text.slice(0, at).split('\n').length
  throw doctypeRefused({ en: `One begins in line ${line}`, zh: `第 ${line} 行开始有 DOCTYPE` }, { line })
}
