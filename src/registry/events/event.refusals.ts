import { defineRefusal } from '#refusal.ts'

export const tooManyStreams = defineRefusal({
  code: 'event.too-many-streams',
  kind: 'exhausted',
  title: { en: 'Too many streams of events are open', zh: '打开的事件流过多' },
})

export const notAPosition = defineRefusal({
  code: 'event.not-a-position',
  kind: 'malformed',
  title: { en: 'Last-Event-ID is no position of this feed', zh: 'Last-Event-ID 不是本事件流中的位置' },
})
