import { collapsed, wordsOf } from '#exchange/xml/xml-element.ts'
import { dsiReleases, releaseNumber, type DccVersion } from './version.ts'

/** How the characters of an element or attribute are written. */
export interface ValueSyntax {
  readonly holds: (text: string) => boolean
  /** What is expected, for the person who reads the refusal. */
  readonly expected: { readonly en: string; readonly zh: string }
}

const word = (en: string, zh: string, holds: (text: string) => boolean): ValueSyntax => ({
  holds,
  expected: { en, zh },
})

const oneOf = (...words: readonly string[]): ValueSyntax =>
  word(`one of ${words.join(', ')}`, `以下之一：${words.join('、')}`, (text) => words.includes(text))

/** White space around numbers, dates and truth values does not count (XML Schema 1.0, part 2, 4.3.6). */
const trimmed = (en: string, zh: string, pattern: RegExp): ValueSyntax =>
  word(en, zh, (text) => pattern.test(collapsed(text)))

const listOf = (en: string, zh: string, each: ValueSyntax): ValueSyntax =>
  word(en, zh, (text) => wordsOf(text).every(each.holds))

const number = String.raw`(?:\d*\.\d+|\d+\.?)(?:[Ee][-+]?\d+)?`

function numeric(en: string, zh: string, pattern: string, admitsNaN: boolean) {
  return trimmed(en, zh, new RegExp(`^(?:${pattern}${admitsNaN ? '|NaN' : ''})$`))
}

const hasZone = String.raw`(?:Z|[+-](?:0\d|1[0-3]):[0-5]\d|[+-]14:00)?`
const dated = new RegExp(`^(-?\\d{4,})-(\\d\\d)-(\\d\\d)${hasZone}$`)
const timed = new RegExp(
  `^(.+)T(?:(?:[01]\\d|2[0-3]):[0-5]\\d:[0-5]\\d(?:\\.\\d+)?|24:00:00(?:\\.0+)?)${hasZone}$`,
)

/** A day that the calendar has; the zone that a DCC may write behind it is allowed and kept. */
export function isDate(text: string): boolean {
  const [, year = '', month = '', day = ''] = dated.exec(collapsed(text)) ?? []
  if (year === '' || /^-?0000$/.test(year) || /^-?0\d{4,}$/.test(year)) return false
  const [y, m, d] = [Number(year), Number(month), Number(day)]
  const isLeap = (y % 4 === 0 && y % 100 !== 0) || y % 400 === 0
  const days = [31, isLeap ? 29 : 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31][m - 1]
  return days !== undefined && d >= 1 && d <= days
}

function isDateTime(text: string): boolean {
  const [, date] = timed.exec(collapsed(text)) ?? []
  return date !== undefined && isDate(date)
}

const duration = /^-?P(?=.)(?:\d+Y)?(?:\d+M)?(?:\d+D)?(?:T(?=.)(?:\d+H)?(?:\d+M)?(?:\d+(?:\.\d+)?S)?)?$/

const ncName = /^[\p{L}_][\p{L}\p{N}\p{M}._·-]*$/u

function isBase64(text: string): boolean {
  const packed = text.replace(/[ \t\r\n]+/g, '')
  return packed.length % 4 === 0 && /^[A-Za-z0-9+/]*={0,2}$/.test(packed)
}

const dateTime = word(
  'a date and time, 2026-03-01T08:30:00Z',
  '日期和时间，如 2026-03-01T08:30:00Z',
  isDateTime,
)
const truth = trimmed('true or false', 'true 或 false', /^(?:true|false|0|1)$/)
const conformity = oneOf('pass', 'fail', 'conditionalPass', 'conditionalFail', 'noPass', 'noFail')
const anyText = word('text', '文本', () => true)

const plain: Readonly<Record<string, ValueSyntax>> = {
  string: anyText,
  unit: anyText,
  uri: word('a URI', 'URI', (text) => !/[<>"{}|\\^`]/.test(collapsed(text))),
  words: anyText,
  units: anyText,
  boolean: truth,
  booleans: listOf('true or false, separated by blanks', '以空格分隔的 true 或 false', truth),
  date: word('a date, 2026-03-01', '日期，如 2026-03-01', isDate),
  dateTime,
  dateTimes: listOf('dates and times, separated by blanks', '以空格分隔的日期和时间', dateTime),
  duration: trimmed('a duration, P1Y', '时长，如 P1Y', duration),
  country: word('two capital letters (ISO 3166-1)', '两个大写字母（ISO 3166-1）', (text) =>
    /^[A-Z]{2}$/.test(text),
  ),
  language: word('two small letters (ISO 639-1)', '两个小写字母（ISO 639-1）', (text) =>
    /^[a-z]{2}$/.test(text),
  ),
  base64: word('base64', 'base64', isBase64),
  integer: trimmed('a whole number', '整数', /^[-+]?\d+$/),
  integers: listOf('whole numbers, separated by blanks', '以空格分隔的整数', trimmed('', '', /^[-+]?\d+$/)),
  id: word(
    'a name without blanks and colons that begins with a letter',
    '以字母开头、无空格和冒号的名称',
    (text) => ncName.test(collapsed(text)),
  ),
  idref: word('the id of an element', '元素的 id', (text) => ncName.test(collapsed(text))),
  idrefs: word('ids of elements, separated by blanks', '以空格分隔的元素 id', (text) => {
    const words = wordsOf(text)
    return words.length > 0 && words.every((each) => ncName.test(each))
  }),
  conformity,
  conformities: listOf('pass, fail …, separated by blanks', '以空格分隔的 pass、fail 等', conformity),
  change: oneOf('amended', 'substituted'),
  identifier: oneOf('manufacturer', 'calibrationLaboratory', 'customer', 'owner', 'other'),
  placeName: oneOf('laboratory', 'customer', 'laboratoryBranch', 'customerBranch', 'other'),
  softwareKind: oneOf('application', 'bios', 'driver', 'editor', 'firmware', 'library', 'os', 'other'),
  status: oneOf('beforeAdjustment', 'afterAdjustment', 'beforeRepair', 'afterRepair'),
}

const line = word('text without blanks at its ends, and not empty', '非空文本，首尾无空格', (text) =>
  /^\S(?:[\s\S]*\S)?$/.test(text),
)

/** Attribute refType: a path in 2.4, any text in 3.0, words since. */
const pathName = word('a path of names, /a/b', '名称路径，如 /a/b', (text) =>
  /^(?:\/[A-Za-z][A-Za-z0-9]+)*$/.test(text),
)

/** The syntaxes as of one release: D-SI has NaN since 2.2, texts may not be empty since DCC 3.2. */
export function valueSyntaxesOf(version: DccVersion): ReadonlyMap<string, ValueSyntax> {
  const dcc = releaseNumber(version)
  const dsi = releaseNumber(dsiReleases[version])
  const admitsNaN = dsi >= 20_200
  const decimal = numeric(
    'a number with a decimal point',
    '使用小数点的十进制数',
    `[-+]?${number}`,
    admitsNaN,
  )
  const uncertainty = numeric('a number that is not negative', '非负数', `\\+?${number}`, admitsNaN)
  const factor = numeric(
    'a coverage factor of 1 or more',
    '不小于 1 的包含因子',
    String.raw`\+?[1-9]\d*(?:\.\d*)?`,
    admitsNaN,
  )
  const fraction =
    dsi < 10_301 ? String.raw`\+?(?:0?\.\d*[1-9]\d*|1(?:\.0*)?)` : String.raw`\+?(?:0(?:\.\d*)?|1(?:\.0*)?)`
  const probability = numeric('a probability from 0 to 1', '0 到 1 的概率', fraction, admitsNaN)
  return new Map(
    Object.entries({
      ...plain,
      line: dcc >= 30_200 ? line : anyText,
      refType:
        dcc >= 30_100
          ? word('words', '单词', (text) => wordsOf(text).length > 0)
          : dcc >= 30_000
            ? anyText
            : pathName,
      decimal,
      uncertainty,
      factor,
      probability,
      decimals: listOf(
        'numbers with decimal points, separated by blanks',
        '以空格分隔、使用小数点的数',
        decimal,
      ),
      uncertainties: listOf(
        'numbers that are not negative, separated by blanks',
        '以空格分隔的非负数',
        uncertainty,
      ),
      factors: listOf(
        'coverage factors of 1 or more, separated by blanks',
        '以空格分隔、不小于 1 的包含因子',
        factor,
      ),
      probabilities: listOf(
        'probabilities from 0 to 1, separated by blanks',
        '以空格分隔的 0 到 1 的概率',
        probability,
      ),
    }),
  )
}
