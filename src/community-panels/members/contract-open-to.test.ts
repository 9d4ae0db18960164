import assert from 'node:assert/strict'
import { randomUUID } from 'node:crypto'
import test from 'node:test'
import { communityPanel } from '../../../test/support/community.ts'
import { saturday } from '../../../test/support/desk.ts'
import { transaction } from '#platform/database/database.ts'
import { giveDissent } from '../own-words/give-dissent.ts'
import { castVote } from '../votes/cast-vote.ts'
import { openLink } from './open-link.ts'

test('a link that is ended while its member still writes keeps neither a vote nor their own words', async (t) => {
  const { db, invite } = await communityPanel(t)
  const opened = await openLink(db, (await invite('Ada')).replace('/panel/', ''), saturday, 'comes')
  assert.ok(opened.leads === 'to a sitting')
  const { link } = opened
  await db`update community_link set ended_at = now()`
  const vote = { id: randomUUID(), slug: 'west', standards: [], grade: 'good', comment: '' }
  const words = { id: randomUUID(), slug: 'west', words: 'They were never there' }
  const ended = /This link was ended, so nothing was kept/
  await assert.rejects(
    transaction(db, (sql) => castVote(sql, vote, link, saturday)),
    ended,
  )
  await assert.rejects(
    transaction(db, (sql) => giveDissent(sql, words, link, saturday)),
    ended,
  )
  assert.equal((await db`select from community_vote union all select from community_dissent`).length, 0)
})
