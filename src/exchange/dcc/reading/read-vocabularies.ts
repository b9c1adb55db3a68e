import type { Place } from '../content-model/place.ts'
import type { DccVocabulary } from './dcc-read.ts'
import { rich } from './rich-text.ts'
import { all, line, text, type Reader } from './reader.ts'

/** refTypeDefinitions: from where the words in refType come. They are never fetched. */
export const readVocabularies = (reader: Reader, place: Place): readonly DccVocabulary[] =>
  all(reader, place, 'refTypeDefinitions').flatMap((list) =>
    all(reader, list, 'refTypeDefinition').map((definition) => {
      rich(reader, definition, 'description')
      all(reader, definition, 'value', 'procedure')
      const release = line(reader, definition, 'release')
      return {
        name: text(reader, definition, 'name') ?? [],
        namespace: line(reader, definition, 'namespace') ?? '',
        link: line(reader, definition, 'link') ?? '',
        ...(release !== undefined && { release }),
      }
    }),
  )
