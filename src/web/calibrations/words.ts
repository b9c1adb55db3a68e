import { en } from './words-en.ts'
import { zh } from './words-zh.ts'

export type { CalibrationWords } from './words-en.ts'
export const calibrationWords = { en, zh } as const
