import assert from 'node:assert/strict'
import test from 'node:test'
import { hashPassword, isPassword, passwordFault } from '#people/password.ts'

test('a password is known again, and another is not', async () => {
  const kept = await hashPassword('correct horse battery')
  assert.match(kept, /^\$argon2id\$v=19\$m=19456,t=2,p=1\$[\w+/]{22}\$[\w+/]{43}$/)
  assert.deepEqual(
    [await isPassword('correct horse battery', kept), await isPassword('Correct horse battery', kept)],
    [true, false],
  )
})

test('the same password is kept differently each time', async () => {
  assert.notEqual(await hashPassword('correct horse battery'), await hashPassword('correct horse battery'))
})

test('nobody without a password signs in by one, and it takes as long to say so', async () => {
  const kept = await hashPassword('correct horse battery')
  const timed = async (hash: string | null) => {
    const took = []
    for (let run = 0; run < 5; run++) {
      const began = performance.now()
      assert.equal(await isPassword('', hash), false)
      took.push(performance.now() - began)
    }
    return Math.min(...took)
  }
  assert.ok((await timed(null)) > (await timed(kept)) / 2)
  assert.equal(await isPassword('x', 'not a hash'), false)
})

test('a letter typed in two ways of Unicode is one letter', async () => {
  assert.equal(
    await isPassword('caf\u00e9 caf\u00e9 caf\u00e9', await hashPassword('cafe\u0301 cafe\u0301 cafe\u0301')),
    true,
  )
})

test('a password is long, varied and not one’s own name', () => {
  const fault = (password: string) => passwordFault(password, ['Alex Fry', 'alex@dorset.example'])
  assert.equal(fault('short'), 'Use 12 characters or more; three unlike words are easy to remember')
  assert.equal(fault('a'.repeat(201)), 'Use 200 characters or fewer')
  assert.equal(fault('abababababab'), 'Use more different characters')
  assert.equal(fault('I am Alex Fry of Dorset'), 'Do not use your own name or e-mail address')
  assert.equal(fault('harbour lantern 7'), null)
})
