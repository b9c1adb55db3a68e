import { finiteAnswer } from '#metrology/stated-task/finite-answer.ts'
import { evaluateMethods, type Method, type StatedTask } from '#metrology/stated-task/methods.ts'
import { controlChart, membersOfControlChart } from './control-chart.ts'
import { membersOfDrift } from './drift.ts'
import { intervalTest, membersOfIntervalTest } from './interval-test.ts'
import { reliabilityTarget, uncertaintyTarget } from './projection.ts'
import type { RecalibrationData, RecalibrationEvaluation } from './recalibration-task.ts'
import { membersOfStaircase, staircase } from './staircase.ts'

const membersOfProjection = [...membersOfDrift, 'initialValue', 'initialUncertainty']
const membersOfLimits = ['lowerLimit', 'upperLimit', 'targetReliability']

const methods = new Map<string, Method<RecalibrationData, RecalibrationEvaluation>>([
  ['rp1-a3', { members: membersOfIntervalTest, evaluate: intervalTest }],
  [
    'variables-uncertainty-target',
    { members: [...membersOfProjection, 'targetUncertainty'], evaluate: uncertaintyTarget },
  ],
  [
    'variables-reliability-target',
    { members: [...membersOfProjection, ...membersOfLimits], evaluate: reliabilityTarget },
  ],
  ['staircase', { members: membersOfStaircase, evaluate: staircase }],
  ['control-chart', { members: membersOfControlChart, evaluate: controlChart }],
])

/** How long the next calibration can wait (ILAC-G24 / OIML D 10; NCSLI RP-1). */
export const evaluateRecalibration = (task: StatedTask<RecalibrationData>): RecalibrationEvaluation =>
  finiteAnswer(evaluateMethods(task, methods))
