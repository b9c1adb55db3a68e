import { certificateStyle } from './certificate/style.ts'
import { bar } from './ground/style/bar.ts'
import { base } from './ground/style/base.ts'
import { blocks } from './ground/style/blocks.ts'
import { tokens } from './ground/style/tokens.ts'

/** One sheet for all pages: the ground first, then each room in its own layer's turn. */
export const styleSheet = [tokens, base, bar, blocks, certificateStyle].join('')
