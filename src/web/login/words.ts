/** Why an issuer did not sign somebody in. */
export const loginFaults = ['silent', 'denied', 'not-genuine', 'unknown', 'late'] as const
export type LoginFault = (typeof loginFaults)[number]

const faultsEn: Readonly<Record<LoginFault, string>> = {
  silent: 'The sign-in service does not answer. Try again in a while, or use a key.',
  denied: 'The sign-in service says that it was declined there.',
  'not-genuine': 'What came back from the sign-in service does not belong to this attempt. Try again.',
  unknown:
    'The sign-in service knows you, and this registry does not. Ask your quality manager to register your identity.',
  late: 'This attempt is no longer known: it took too long, or began in another browser. Try again.',
}

const faultsZh: Readonly<Record<LoginFault, string>> = {
  silent: '登录服务没有响应。请稍后重试，或使用密钥登录。',
  denied: '登录服务返回：登录被拒绝。',
  'not-genuine': '登录服务返回的内容与本次登录不符，请重试。',
  unknown: '登录服务认识您，但本登记库尚未登记您的身份。请联系本机构质量负责人登记。',
  late: '本次登录已失效：时间过长，或在其他浏览器中开始。请重试。',
}

const en = {
  title: 'Sign in',
  lead: 'Certificates can be verified without signing in.',
  key: 'Key',
  keyHint:
    'It begins with etl_live_ and was shown when it was issued. This browser keeps only a cookie, for twelve hours at most.',
  signIn: 'Sign in',
  or: 'or',
  withIssuer: (host: string) => `Sign in with ${host}`,
  wrongTitle: 'You are not signed in',
  wrongKey:
    'This key opens nothing: it is mistyped, revoked, expired, or not for this place. Compare it with what you were given.',
  noKey: 'Enter your key.',
  tooOften: 'Too many wrong keys from your address: wait a minute.',
  signedInAs: (name: string) => `You are signed in as ${name}. Whoever signs in here now takes your place.`,
  signOutTitle: 'Sign out',
  signOutText: 'The session of this browser ends at once.',
  signOut: 'Sign out',
  notSignedIn: 'Nobody is signed in here.',
  faults: faultsEn,
}

type Words = { readonly [Key in keyof typeof en]: (typeof en)[Key] }

const zh: Words = {
  title: '登录',
  lead: '验证证书无需登录。',
  key: '密钥',
  keyHint: '以 etl_live_ 开头，签发时显示过一次。本浏览器只保存 Cookie，最长十二小时。',
  signIn: '登录',
  or: '或',
  withIssuer: (host) => `使用 ${host} 登录`,
  wrongTitle: '未能登录',
  wrongKey: '该密钥无效：可能输入有误、已撤销、已过期，或不允许在此处使用。请与签发时的密钥核对。',
  noKey: '请输入密钥。',
  tooOften: '来自您所在地址的错误密钥过多，请一分钟后再试。',
  signedInAs: (name) => `当前已以 ${name} 登录。再次登录将取代当前会话。`,
  signOutTitle: '退出登录',
  signOutText: '本浏览器的会话将立即结束。',
  signOut: '退出',
  notSignedIn: '当前无人登录。',
  faults: faultsZh,
}

export const loginWords = { en, zh } as const
