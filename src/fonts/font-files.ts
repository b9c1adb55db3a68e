import { createRequire } from 'node:module'
import { dirname } from 'node:path'

/** What a certificate is set in: Latin and Greek from Plex, Chinese from Noto. Nothing of the machine it is set on. */
export const families = {
  text: ['IBM Plex Sans', 'Noto Sans SC'],
  fixed: ['IBM Plex Mono', 'IBM Plex Sans', 'Noto Sans SC'],
} as const

const weights = {
  'ibm-plex-sans': ['400Regular', '400Regular_Italic', '600SemiBold'],
  'ibm-plex-mono': ['400Regular', '600SemiBold'],
  'noto-sans-sc': ['400Regular', '600SemiBold'],
} as const

const fileNames = {
  'ibm-plex-sans': 'IBMPlexSans',
  'ibm-plex-mono': 'IBMPlexMono',
  'noto-sans-sc': 'NotoSansSC',
}

const require = createRequire(import.meta.url)
const resolved = (family: keyof typeof weights, weight: string) =>
  require.resolve(`@expo-google-fonts/${family}/${weight}/${fileNames[family]}_${weight}.ttf`)

/** Every file that a certificate may be set in. */
export const fontFiles = (): string[] =>
  (Object.keys(weights) as (keyof typeof weights)[]).flatMap((family) =>
    weights[family].map((weight) => resolved(family, weight)),
  )

/** The folders of these files; no other font lies in them. */
export const fontFolders = (): string[] => [...new Set(fontFiles().map(dirname))]

/** Between them they have every character that can be printed in a text; the other weights have the same ones. */
export const filesOfText = (): string[] => [
  resolved('ibm-plex-sans', '400Regular'),
  resolved('noto-sans-sc', '400Regular'),
]
