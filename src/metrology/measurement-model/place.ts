/** RFC 6901: a name may be anything until it has been checked. */
const pointerTo = (member: string, name: string) =>
  `/${member}/${name.replaceAll('~', '~0').replaceAll('/', '~1')}`

export const placeOfOutput = (name: string): string => `/model${pointerTo('outputs', name)}`
export const placeOfInput = (name: string): string => pointerTo('inputs', name)

/** A place in the text of an expression, as it is told: the first character is number 1. */
export const placeOf = (at: number) => ({
  en: `at character ${at + 1}`,
  zh: `第 ${at + 1} 个字符处`,
  facts: { position: at + 1 },
})
