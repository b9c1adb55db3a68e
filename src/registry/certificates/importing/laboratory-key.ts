import type { DccRead, DccText } from '#exchange/dcc/reading/dcc-read.ts'

/** One text of many: in a binding language, else in one that is used, else the first (GUIDE of the DCC). */
export function textFor(text: DccText, { certificate }: Pick<DccRead, 'certificate'>): string {
  const preferred = [...certificate.bindingLanguages, ...certificate.languages]
  const found = preferred.flatMap((code) => text.find(({ language }) => language === code) ?? [])[0]
  return (found ?? text[0])?.text ?? ''
}

const plainly = (text: string): string => text.normalize('NFKC').replace(/\s+/g, ' ').trim().toLowerCase()

/** By what a laboratory is known across its files: numbers are unique only together with it. */
export function laboratoryKeyOf(read: DccRead): string {
  const { code, name } = read.laboratory
  // "-" and "N/A" stand where there is nothing to say.
  const isCode = code !== undefined && /[\p{L}\p{N}].*[\p{N}]/u.test(code)
  return isCode ? `code:${plainly(code)}` : `name:${plainly(textFor(name, read))}`
}
