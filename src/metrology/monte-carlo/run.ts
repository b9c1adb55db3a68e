import { blocksOf, type Block } from './block.ts'
import { conclude, type Conclusion } from './conclusion.ts'
import type { Simulation } from './simulation.ts'
import { isEnough } from './stability.ts'

/** A whole run, one block after the other: what any number of workers arrives at together, bit for bit. */
export function run(simulation: Simulation): Conclusion {
  const compute = blocksOf(simulation)
  const blocks: Block[] = []
  do blocks.push(compute(blocks.length))
  while (
    !isEnough(
      blocks.map(({ summary }) => summary),
      simulation,
    )
  )
  return conclude(simulation, blocks)
}
