import type { ImpactSubject } from '#contract/types.ts'
import type { PageRoute, Visit } from '../ground/page-route.ts'
import { impactCsv, impactNdjson } from './impact-files.ts'
import { impactPage, type Subject } from './impact-page.ts'
import { impactWords } from './words.ts'

type Naming = (visit: Visit) => Subject

const ofEquipment: Naming = ({ params, url, language }) => {
  const { code = '' } = params
  const component = url.searchParams.get('component') ?? ''
  const href = `/equipment/${encodeURIComponent(code)}`
  return {
    subject: { equipment: code, ...(component !== '' && { component }) },
    name: component === '' ? code : `${code} / ${component}`,
    href,
    trail: [
      { href: '/equipment', label: impactWords[language].equipment },
      { href, label: code },
    ],
  }
}

const ofCertificate: Naming = ({ params, url }) => {
  const { number = '' } = params
  const result = url.searchParams.get('result') ?? ''
  const href = `/certificates/${encodeURIComponent(number)}`
  return {
    subject: { certificate: number, ...(result !== '' && { result }) },
    name: result === '' ? number : `${number} · ${result}`,
    href,
    trail: [{ href, label: number }],
  }
}

const ofReference: Naming = ({ params, language }) => {
  const { code = '' } = params
  return {
    subject: { reference: code },
    name: code,
    href: `/references/${encodeURIComponent(code)}/impact`,
    trail: [{ label: impactWords[language].references }],
  }
}

const nameOf = (subject: ImpactSubject): string => `impact-${Object.values(subject).join('-')}`

/** A page and two files of each kind of standard; whoever may assess an impact sees them. */
const routesOf = (path: `/${string}`, naming: Naming): readonly PageRoute[] => [
  { path: `${path}/impact`, answer: (visit) => impactPage(visit, naming(visit)) },
  {
    path: `${path}/impact.csv`,
    answer: (visit) => impactCsv(visit, naming(visit).subject, nameOf(naming(visit).subject)),
  },
  {
    path: `${path}/impact.ndjson`,
    answer: (visit) => impactNdjson(visit, naming(visit).subject, nameOf(naming(visit).subject)),
  },
]

export const impactPages: readonly PageRoute[] = [
  ...routesOf('/equipment/:code', ofEquipment),
  ...routesOf('/certificates/:number', ofCertificate),
  ...routesOf('/references/:code', ofReference),
]
