import { defineRefusal, type RefusalKind, type RefusalMaker } from '#refusal.ts'
import { doesNotMatch, notPrintable } from '#contract/contract.refusals.ts'

const refusal = (code: string, kind: RefusalKind, en: string, zh: string): RefusalMaker =>
  defineRefusal({ code, kind, title: { en, zh } })

export const keyMissing = refusal('request.key-missing', 'unauthenticated', 'A key is needed', '需要密钥')
export const keyUnknown = refusal(
  'request.key-unknown',
  'unauthenticated',
  'This key opens nothing',
  '密钥无效',
)
export const roleMissing = refusal(
  'request.role-missing',
  'forbidden',
  'This key may not do that',
  '该密钥无权执行此操作',
)

/** A session of our pages was over, or what it rests on was revoked; from outside they look alike. */
export const sessionOver = refusal(
  'request.session-over',
  'unauthenticated',
  'The session is over',
  '会话已结束',
)
/** Somebody else's page lets a browser ask in the name of whoever is signed in here. */
export const crossSite = refusal(
  'request.cross-site',
  'forbidden',
  'A page of another site may not ask in your name',
  '其他网站的页面不得以您的名义发出请求',
)

/** Nobody reads it; it is no fault of the service, and stands in no log of faults. */
export const askerGone = refusal(
  'request.asker-gone',
  'unavailable',
  'The client went away before the answer was there',
  '客户端在得到答复之前已断开',
)

export const noSuchPath = refusal(
  'request.no-such-path',
  'absent',
  'There is nothing at this path',
  '此路径不存在',
)
export const noSuchMethod = refusal(
  'request.no-such-method',
  'method-not-allowed',
  'The path does not have this method',
  '此路径不支持该方法',
)
export const undecodable = refusal(
  'request.undecodable',
  'malformed',
  'The address is not percent-encoded UTF-8',
  '地址不是有效的百分号编码',
)
export const notAcceptable = refusal(
  'request.not-acceptable',
  'not-acceptable',
  'There is no answer in a medium you accept',
  '没有可接受的媒体类型',
)

export const listTooLong = refusal(
  'request.list-too-long',
  'too-large',
  'The list is too long for a workbook',
  '列表过长，无法写入工作簿',
)

export const tooLarge = refusal('request.too-large', 'too-large', 'The body is too large', '请求体过大')
export const otherMedia = refusal(
  'request.other-media',
  'unsupported-media',
  'The body is in a medium that is not read here',
  '不支持的媒体类型',
)
export const bodyUnexpected = refusal(
  'request.body-unexpected',
  'malformed',
  'This request has no body',
  '该请求不应有请求体',
)

export const keyMalformed = refusal(
  'request.idempotency-key-malformed',
  'malformed',
  'The Idempotency-Key is not 1 to 255 visible characters',
  '幂等键格式错误',
)
export const keyReused = refusal(
  'request.idempotency-key-reused',
  'unprocessable',
  'This Idempotency-Key stands for another request',
  '幂等键已用于另一请求',
)
export const answerNotKept = refusal(
  'request.answer-not-kept',
  'conflict',
  'It was carried out; the answer held a secret and was not kept',
  '请求已执行;其回答含有秘密,未予保存',
)
export const ifMatchRequired = refusal(
  'request.if-match-required',
  'precondition-required',
  'The version you saw must be stated in If-Match',
  '须在 If-Match 中声明所读版本',
)
export const ifMatchMalformed = refusal(
  'request.if-match-malformed',
  'malformed',
  'If-Match is not one entity tag',
  'If-Match 格式错误',
)
export const cursorInvalid = refusal(
  'request.cursor-invalid',
  'malformed',
  'This cursor does not belong to this list',
  '游标不属于此列表',
)

export const notJson = refusal(
  'request.json-syntax',
  'malformed',
  'The body is not JSON',
  '请求体不是有效的 JSON',
)
export const notUtf8 = refusal(
  'request.json-not-utf8',
  'malformed',
  'The body is not UTF-8',
  '请求体不是 UTF-8',
)
export const repeatedMember = refusal(
  'request.json-repeated-member',
  'malformed',
  'A member stands twice in one object',
  '同一对象中成员重复',
)
export const forbiddenMember = refusal(
  'request.json-forbidden-member',
  'malformed',
  'A member may not have this name',
  '不允许的成员名',
)
export const tooDeep = refusal(
  'request.json-too-deep',
  'malformed',
  'The body is nested too deeply',
  '嵌套过深',
)
export const tooMany = refusal(
  'request.json-too-many',
  'malformed',
  'The body has too many members or items',
  '成员或数组项过多',
)
export const numberOutOfRange = refusal(
  'request.json-number-out-of-range',
  'malformed',
  'A number cannot be kept as it is written',
  '数值超出可表示范围',
)
export const forbiddenCharacter = refusal(
  'request.forbidden-character',
  'malformed',
  'A text holds a character that is not text',
  '文本含有不允许的字符',
)

export const internal = refusal(
  'service.internal',
  'unavailable',
  'Something went wrong on our side',
  '服务内部错误',
)

export const unreadable = refusal(
  'request.unreadable',
  'malformed',
  'This is not a request of HTTP/1.1',
  '不是有效的 HTTP/1.1 请求',
)
export const headersTooLarge = refusal(
  'request.headers-too-large',
  'malformed',
  'The headers are too large',
  '请求头过大',
)
export const tooSlow = refusal(
  'request.too-slow',
  'malformed',
  'The request did not arrive in time',
  '请求超时',
)

export const expectationUnmet = refusal(
  'request.expectation-unmet',
  'malformed',
  'Nothing but 100-continue can be expected here',
  '仅支持 100-continue',
)

export const rateExceeded = refusal(
  'request.rate-exceeded',
  'exhausted',
  'Too many requests in a short time',
  '请求过于频繁',
)

/** What any operation may answer beside what it lists itself. */
export const everywhere: readonly RefusalMaker[] = [
  doesNotMatch,
  notPrintable,
  keyMissing,
  keyUnknown,
  roleMissing,
  sessionOver,
  crossSite,
  undecodable,
  notAcceptable,
  listTooLong,
  tooLarge,
  otherMedia,
  bodyUnexpected,
  keyMalformed,
  keyReused,
  answerNotKept,
  ifMatchRequired,
  ifMatchMalformed,
  cursorInvalid,
  notJson,
  notUtf8,
  repeatedMember,
  forbiddenMember,
  tooDeep,
  tooMany,
  numberOutOfRange,
  forbiddenCharacter,
  rateExceeded,
]

/** What the database may say to any operation; `db/` defines them, and `http/` knows them by code only. */
export const everywhereByCode: ReadonlySet<string> = new Set([
  ...everywhere.map((r) => r.definition.code),
  'record.older-version',
  'record.contradicts',
  'record.impossible-value',
  'service.unavailable',
  'node.clocks-disagree',
])
