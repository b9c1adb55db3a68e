import { chmodSync, mkdtempSync, mkdirSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { isReachable, unprivileged } from '#db/embedded/account.ts'

describe('the account PostgreSQL runs under when root starts Etalon', () => {
  it('is nobody, where there is one', () => {
    const passwd = 'root:x:0:0::/root:/bin/sh\ndaemon:x:1:1::/:/bin/sh\nnobody:x:65534:65533::/:/bin/false\n'
    expect(unprivileged(passwd)).toEqual({ uid: 65534, gid: 65533 })
  })

  it('is otherwise the first that is not root', () => {
    expect(unprivileged('root:x:0:0:::\ntoor:x:0:0:::\nbin:x:2:3:::\n')).toEqual({ uid: 2, gid: 3 })
  })

  it('is never root', () => {
    expect(() => unprivileged('root:x:0:0::/root:/bin/sh\n')).toThrow('no other account')
  })
})

describe('what an account can reach', () => {
  let directory: string
  const stranger = { uid: 4_000_001, gid: 4_000_001 }

  beforeEach(() => {
    directory = mkdtempSync(join(tmpdir(), 'etalon-reach-'))
    mkdirSync(join(directory, 'in'))
    writeFileSync(join(directory, 'in', 'file'), '')
    chmodSync(directory, 0o755)
  })
  afterEach(() => rmSync(directory, { recursive: true }))

  it('ends at a directory it may not enter, however open the file itself is', () => {
    expect(isReachable(join(directory, 'in', 'file'), stranger)).toBe(true)
    chmodSync(directory, 0o700)
    expect(isReachable(join(directory, 'in', 'file'), stranger)).toBe(false)
  })

  it('ends at a file it may not read, or a program it may not run', () => {
    chmodSync(join(directory, 'in', 'file'), 0o600)
    expect(isReachable(join(directory, 'in', 'file'), stranger)).toBe(false)
    chmodSync(join(directory, 'in', 'file'), 0o744)
    expect(isReachable(join(directory, 'in', 'file'), stranger)).toBe(false)
  })

  it('is decided by the rights of the owner where it is the owner', () => {
    const { uid, gid } = statSync(directory)
    chmodSync(join(directory, 'in', 'file'), 0o400)
    expect(isReachable(join(directory, 'in', 'file'), { uid, gid })).toBe(true)
  })
})
