import { calibrationExamples } from './calibration-examples.ts'
import { gumExamples } from './gum-examples.ts'
import { otherExamples } from './other-examples.ts'
import type { PublishedExample } from './published-example.ts'

/** Everything that the software is tested against while it runs. */
export const examples: readonly PublishedExample[] = [
  ...gumExamples,
  ...calibrationExamples,
  ...otherExamples,
]
