interface Members {
  [member: string]: Tree
}
type Tree = Members | Tree[] | unknown

/** `{ '/name/zh': '砝码', '/roles/0': 'enterprise' }` as the object whose members these are (RFC 6901). */
export function nested(members: ReadonlyMap<string, unknown>): unknown {
  const body: Members = {}
  for (const [pointer, value] of members) put(body, pointer.slice(1).split('/'), value)
  return body
}

function put(tree: Members | Tree[], [member = '', ...rest]: readonly string[], value: unknown): void {
  const [next] = rest
  const found: Tree = Array.isArray(tree) ? tree[Number(member)] : tree[member]
  const branch = found ?? (/^\d+$/.test(next ?? '') ? [] : {})
  set(tree, member, next === undefined ? value : branch)
  if (next !== undefined) put(branch as Members | Tree[], rest, value)
}

/** A list has no holes: what is not stated before a stated entry is nothing. */
function set(tree: Members | Tree[], member: string, value: Tree): void {
  if (!Array.isArray(tree)) tree[member] = value
  else {
    while (tree.length < Number(member)) tree.push(null)
    tree[Number(member)] = value
  }
}
