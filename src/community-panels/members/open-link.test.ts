import assert from 'node:assert/strict'
import test from 'node:test'
import { communityPanel } from '../../../test/support/community.ts'
import { wordsOf } from '../../../test/support/desk.ts'
import { openLink, type Coming } from './open-link.ts'

const told = (body: string): string | undefined => /This (?:is the first time|link was)[^.]*\./.exec(wordsOf(body))?.[0]

test('a link that a second phone opens minutes later tells so, and going on from page to page is one use', async (t) => {
  const { db, invite } = await communityPanel(t)
  const token = (await invite('Ada')).replace('/panel/', '')
  const usesAt = async (time: string, coming: Coming) => {
    const opened = await openLink(db, token, new Date(`2026-11-21T${time}:00Z`), coming)
    assert.ok(opened.leads === 'to a sitting')
    return [opened.link.usedAt, opened.link.usedBeforeAt].map((at) => at?.toISOString().slice(11, 16) ?? null)
  }
  assert.deepEqual(
    [
      await usesAt('09:00', 'comes'),
      await usesAt('09:02', 'goes on'),
      await usesAt('09:05', 'comes'),
      await usesAt('09:06', 'goes on'),
    ],
    [
      ['09:00', null],
      ['09:00', null],
      ['09:05', '09:00'],
      ['09:05', '09:00'],
    ],
  )
})

test('browsers tell whether a member comes anew; of others, whoever opens the first page does', async (t) => {
  const { anybody, invite, vote } = await communityPanel(t)
  const first = 'This is the first time that this link is used.'
  const again = 'This link was opened today at 14:00, and before that it was last used today at 14:00.'
  const [link, old] = [await invite('Ada'), await invite('Bess')]
  const from = async (site: string) => told((await anybody.look(link, { 'sec-fetch-site': site })).body)
  assert.deepEqual(
    [await from('none'), await from('same-origin'), await from('cross-site'), await from('same-origin')],
    [first, first, again, again],
  )
  await anybody.look(`${old}/contracts/west`)
  await vote(old, 'kept its word')
  await anybody.look(`${old}/contracts/west/pack.pdf`)
  assert.equal(told((await anybody.look(old)).body), again)
})

test('what is chosen in place of something else says when that was chosen', async (t) => {
  const { anybody, db, invite, vote } = await communityPanel(t)
  const link = await invite('Ada')
  const form = async () => wordsOf((await anybody.look(`${link}/contracts/west`)).body)
  const saved = async () => wordsOf((await anybody.look(`${link}?saved=west`)).body)
  const replaces = /(?:It|This) replaces what was chosen [^.]*\./g
  assert.deepEqual((await form()).match(replaces), null)
  await vote(link, 'kept its word')
  await db`update community_vote set cast_at = '2026-11-20T09:05:00Z'`
  assert.deepEqual((await saved()).match(replaces), null)
  assert.deepEqual((await form()).match(replaces), ['This replaces what was chosen on 20 November 2026 at 09:05.'])
  await vote(link, 'did not keep its word')
  assert.deepEqual((await saved()).match(replaces), ['It replaces what was chosen on 20 November 2026 at 09:05.'])
  assert.deepEqual((await form()).match(replaces), ['This replaces what was chosen today at 14:00.'])
})
