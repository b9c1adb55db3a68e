import { budgetStyle } from './budget/style.ts'
import { calibrationStyle } from './calibrations/style.ts'
import { certificateStyle } from './certificate/style.ts'
import { chainStyle } from './chain/style.ts'
import { competenceStyle } from './competences/style.ts'
import { dashboardStyle } from './dashboard/style.ts'
import { drawingStyle } from './drawing/style.ts'
import { equipmentStyle } from './equipment/style.ts'
import { importStyle } from './import/style.ts'
import { graphStyle } from './graph/style.ts'
import { bar } from './ground/style/bar.ts'
import { base } from './ground/style/base.ts'
import { blocks } from './ground/style/blocks.ts'
import { tokens } from './ground/style/tokens.ts'
import { impactStyle } from './impact/style.ts'
import { loginStyle } from './login/style.ts'
import { verifyStyle } from './verify/style.ts'
import { recallStyle } from './recalls/style.ts'
import { logStyle } from './log/style.ts'

/** One sheet for all pages: the ground first, then each room in its own layer's turn. */
export const styleSheet = [
  tokens,
  base,
  bar,
  blocks,
  certificateStyle,
  verifyStyle,
  logStyle,
  competenceStyle,
  drawingStyle,
  budgetStyle,
  calibrationStyle,
  graphStyle,
  chainStyle,
  equipmentStyle,
  dashboardStyle,
  importStyle,
  impactStyle,
  recallStyle,
  loginStyle,
].join('')
