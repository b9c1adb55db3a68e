import { readDcc } from '#exchange/dcc/reading/read-dcc.ts'
import { Refusal } from '#refusal.ts'

export const temperature = 'examples/valid/3.3.0/dcclib-valid.xml'
export const resistance = 'examples/valid/3.2.0/inmetro-dcc-example.xml'

export function refusalOf(bytes: Uint8Array): Refusal | undefined {
  try {
    readDcc(bytes)
    return undefined
  } catch (error) {
    if (error instanceof Refusal) return error
    throw error
  }
}

export const codeOf = (bytes: Uint8Array) => refusalOf(bytes)?.definition.code
