/** What can be said of one signature; only `valid` is evidence. */
export interface SignatureOutcome {
  readonly status: 'valid' | 'broken' | 'unknown-signer' | 'unsupported'
  readonly reason: SignatureReason
  /** Whether the one thing it speaks of is the whole document, but for itself. */
  readonly coversDocument: boolean
  /** The URI by which the file names the algorithm; empty where it names none. */
  readonly algorithm: string
  readonly signer?: SignerSeen
  /** The moment the signer claims (XAdES SigningTime), where it is signed; nobody else has seen it. */
  readonly claimedSigningTime?: string
}

export interface SignerSeen {
  readonly subject: string
  /** SHA-256 of the certificate in DER, lower case hexadecimal. */
  readonly fingerprint: string
  readonly notBefore: string
  readonly notAfter: string
}

/** Why: a stable word, and what it means to a person. */
export const signatureReasons = {
  trusted: { en: 'Intact, of the whole document, by a signer that is trusted', zh: '完整有效，签名者可信' },
  'signer-not-trusted': {
    en: 'Intact, but nobody whom this node trusts vouches for the signer',
    zh: '内容完整，但签名者不在信任范围内',
  },
  'certificate-outside-its-dates': {
    en: "Intact, but the signer's certificate, or one above it, was not valid on that day",
    zh: '内容完整，但签名证书或其上级证书当日不在有效期内',
  },
  'no-certificate': {
    en: 'Nothing says by which key the signature can be checked',
    zh: '没有可用于验证签名的证书',
  },
  'other-certificate': {
    en: 'The certificate in the file is not the one that the signer signed to have used',
    zh: '文件中的证书不是签名者所声明的证书',
  },
  'digest-wrong': { en: 'What was signed has been changed since', zh: '签名后内容已被改动' },
  'signature-wrong': { en: 'The signature was not made by the key it names', zh: '签名与所示密钥不符' },
  'document-not-covered': {
    en: 'The document as a whole is not what was signed',
    zh: '签名未覆盖整个文件',
  },
  'reference-elsewhere': {
    en: 'It speaks of a part of the file that is neither the document nor the signature itself',
    zh: '签名所指的是文件中的其他部分',
  },
  'external-reference': {
    en: 'It signs another file, which is not looked for',
    zh: '签名所指的是另一个文件，系统不会获取',
  },
  'id-repeated': { en: 'The identifier it refers to occurs twice', zh: '所引用的标识符重复出现' },
  'signature-misplaced': {
    en: 'A signature stands inside another element than the document itself',
    zh: '签名不在文件根元素之下',
  },
  'comment-in-value': {
    en: 'A comment or an instruction divides a value, so that two readers may read two values',
    zh: '数值中夹有注释或处理指令，不同读者可能读出不同的值',
  },
  'algorithm-not-supported': { en: 'An algorithm is not on the list', zh: '不支持所用算法' },
  'algorithm-weak': { en: 'An algorithm is no longer held to be safe', zh: '所用算法已不安全' },
  'key-unsuitable': {
    en: 'The key is too short, or of another kind than its algorithm',
    zh: '密钥过短或与算法不符',
  },
  'transform-not-supported': {
    en: 'What was signed is not the document itself but something made of it in a way that is not on the list',
    zh: '不支持所用的变换',
  },
  'signature-unreadable': { en: 'The signature is not written as one', zh: '签名的结构无法识读' },
  'too-many': {
    en: 'More signatures, references or certificates than are looked at',
    zh: '签名、引用或证书过多',
  },
  'document-unreadable': { en: 'The file cannot be read as XML', zh: '文件不是可读的XML' },
  'document-type': { en: 'The file has a document type declaration', zh: '文件含有文档类型声明' },
} as const

export type SignatureReason = keyof typeof signatureReasons

/** What a reading function answers instead of what it was asked for. */
export const isFault = (answer: unknown): answer is SignatureReason =>
  typeof answer === 'string' && Object.hasOwn(signatureReasons, answer)
