/**
 * The single-file build of mathjs, typed to the part that is used: the reader and the symbolic derivative.
 * The evaluator is left out on purpose: nothing here can call it without being noticed by the type checker.
 */
declare module 'mathjs/lib/browser/math.js' {
  export interface MathjsNode {
    readonly type: string
    readonly content?: MathjsNode
    readonly value?: unknown
    readonly name?: string
    readonly op?: string
    readonly implicit?: boolean
    readonly fn?: MathjsNode | string
    readonly args?: readonly MathjsNode[]
  }

  const mathjs: {
    readonly parse: (text: string) => MathjsNode
    readonly derivative: (
      node: MathjsNode,
      variable: string,
      options: { readonly simplify: false },
    ) => MathjsNode
  }
  export default mathjs
}
