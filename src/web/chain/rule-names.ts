import { wording, type Both } from '#faces/both.ts'

/** What each rule asks, in a few words (docs/traceability.md, rules). */
const names: Readonly<Record<string, Both>> = {
  R01: wording('分支完整', 'branches'),
  R02: wording('器具状态', 'item state'),
  R03: wording('证书有效', 'certificate in force'),
  R04: wording('被测量一致', 'same measurand'),
  R05: wording('覆盖测量点', 'point covered'),
  R06: wording('给出不确定度', 'uncertainty stated'),
  R07: wording('修正或按级', 'correction or class'),
  R08: wording('使用条件', 'conditions of use'),
  R09: wording('校准间隔', 'calibration interval'),
  R10: wording('机构能力', 'competence'),
  R11: wording('不超出能力', 'capability'),
  R12: wording('预算一致', 'consistent budget'),
  R13: wording('按使用日逐级判定', 'judged at its use'),
  R14: wording('先后次序', 'order'),
  R15: wording('溯源终点', 'roots'),
  R16: wording('深度', 'depth'),
  R17: wording('真实性', 'authentic'),
  R18: wording('事后发现', 'later finding'),
  R19: wording('疑点解除', 'lifting'),
  R20: wording('人员授权', 'people'),
  R21: wording('比对结果', 'comparisons'),
  R22: wording('迟录', 'late records'),
}

export const ruleName = (code: string): Both => names[code] ?? wording(code, code)
