import { expect, it } from 'vitest'
import { isOpenToAll } from '../../src/cli/remote/registry.ts'

it.each([
  ['http://registry.example', true],
  ['http://192.0.2.7:3000', true],
  ['http://127.example.org', true],
  ['http://localhost.example', true],
  ['https://registry.example', false],
  ['http://127.0.0.1:3000', false],
  ['http://127.8.0.1', false],
  ['http://localhost:3000', false],
  ['http://[::1]:3000', false],
])('a key that is sent to %s can be read on the way: %s', (origin, expected) => {
  expect(isOpenToAll(origin)).toBe(expected)
})
