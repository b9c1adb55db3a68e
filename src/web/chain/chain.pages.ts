import type { PageRoute } from '../ground/page-route.ts'
import { certificateChain, certificateChainCsv } from './certificate-chain.ts'
import { equipmentChain, equipmentChainCsv } from './equipment-chain.ts'

/** Public where the certificate is; what equipment measures is told to those who may read it. */
export const chainPages: readonly PageRoute[] = [
  { path: '/certificates/:number/chain', access: 'public', answer: certificateChain },
  { path: '/certificates/:number/chain.csv', access: 'public', answer: certificateChainCsv },
  { path: '/equipment/:code/chain', answer: equipmentChain },
  { path: '/equipment/:code/chain.csv', answer: equipmentChainCsv },
]
