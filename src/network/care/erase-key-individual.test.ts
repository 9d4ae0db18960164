import assert from 'node:assert/strict'
import { randomUUID } from 'node:crypto'
import test, { type TestContext } from 'node:test'
import { verifyChain } from '#ledger/verify.ts'
import { transaction, type Database } from '#platform/database/database.ts'
import { writeMail } from '#platform/mail/write-mail.ts'
import { caredFor, keepSomebody, tablesWith, theirs } from '../../../test/support/cared.ts'
import { deskOf, saturday, wordsOf } from '../../../test/support/desk.ts'
import { individual, keeperOf, organisation } from '../../../test/support/network.ts'
import { appointToPost } from '../appoint-to-post.ts'
import { keepKeyIndividual } from '../keep-key-individual.ts'
import { keepOrganisation } from '../keep-organisation.ts'
import { keyIndividualRoutes } from '../individuals/individuals.routes.ts'
import { organisationRoutes } from '../organisations/organisations.routes.ts'
import { relationshipRoutes } from '../relationships/relationships.routes.ts'
import { careRoutes } from './care.routes.ts'
import { applyErasures, erasuresAsJson } from './erase-again.ts'
import { eraseKeyIndividual } from './erase-key-individual.ts'
import { erasedAmong, wasErased } from './erased-identity.ts'
import { keepRecord } from './review-record.ts'
import { keepSensitiveFact, readSensitiveFacts } from './sensitive-facts.ts'
import { day } from '#platform/day.ts'
import { makeOwnRecordLink } from './own-record-link.ts'

const routes = [...keyIndividualRoutes, ...organisationRoutes, ...relationshipRoutes, ...careRoutes]
const network = '/desk/dorset/west-dorset/network'
const chain = 'dorset/west-dorset'
const reason = 'they asked for it'

/** Somebody about whom everything is held that can be. */
async function heldWhole(t: TestContext) {
  const { db, as } = await deskOf(t, routes)
  const sergeant = await as('sergeant')
  const kept = await keepSomebody(db, sergeant.id, saturday)
  const keeper = keeperOf(sergeant.id, saturday)
  const fact = {
    id: kept.own,
    keyIndividualId: caredFor,
    category: 'health',
    words: 'Zephyrine is deaf',
    reason: 'xylophone',
  } as const
  await transaction(db, async (sql) => {
    await keepSensitiveFact(sql, { ...fact, reviewOn: day('2027-01-01') }, keeper)
    await readSensitiveFacts(
      sql,
      { keyIndividualId: caredFor, purpose: 'another purpose', words: 'for Quillfeather' },
      keeper,
    )
    const making = {
      id: kept.own,
      given: 'by mail',
      maySeeSensitive: true,
      teamName: 'West Dorset',
      site: 'https://police.example',
    } as const
    await makeOwnRecordLink(sql, kept.person, making, keeper)
    await keepRecord(
      sql,
      { keyIndividualId: caredFor, on: day('2026-11-21'), reason: 'Zephyrine asked', reviewOn: day('2027-11-21') },
      keeper,
    )
    await writeMail(
      sql,
      [{ to: 'zephyrine@example.org', subject: 'For Zephyrine', text: 'x', about: `key-individual/${caredFor}` }],
      saturday,
    )
  })
  return { db, sergeant, keeper, ...kept }
}

const countsOf = async (db: Database) => ({
  contacts: [...(await db`select id, made_on, how, facets, answered_on from contact order by id`)],
  evidence: [...(await db`select seq, kind, subjects, facets from evidence where effect = 'states' order by seq`)],
})

test('whoever is erased leaves no word behind in any table, while counts stay and the ledger verifies as before', async (t) => {
  const { db, keeper, own, asClerk } = await heldWhole(t)
  const before = await countsOf(db)
  const whole = await verifyChain(db, chain)
  assert.equal(whole.whole, true)
  assert.equal((await tablesWith(db, theirs)).length > 10, true, 'there is something to erase')
  await transaction(db, (sql) => eraseKeyIndividual(sql, { id: caredFor, reason }, keeper))
  assert.deepEqual(await tablesWith(db, theirs), [])
  assert.deepEqual(await countsOf(db), before)
  const after = await verifyChain(db, chain)
  assert.deepEqual([after.whole, after.rows], [true, whole.rows + 3])
  const tombstones = await db`select kind, source from evidence where effect = 'erases' order by kind, source`
  assert.deepEqual(
    new Set(tombstones.map((row) => `${row['kind']} ${row['source']}`)),
    new Set([`concern raised contact/${own}`, `contact made contact/${own}`, `contact made contact/${asClerk}`]),
  )
  const again = transaction(db, (sql) => eraseKeyIndividual(sql, { id: caredFor, reason }, keeper))
  await assert.rejects(again, { status: 409, message: 'What was held about them was erased before.' })
})

test('what was said with whoever held the post before stays, and so does the post with its owner', async (t) => {
  const { db, keeper, sergeant, council, post, person, asClerkBefore } = await heldWhole(t)
  await transaction(db, (sql) => eraseKeyIndividual(sql, { id: caredFor, reason }, keeper))
  assert.deepEqual(
    [...(await db`select voiced from contact where id = ${asClerkBefore}`)],
    [{ voiced: 'Said to somebody before' }],
  )
  const relationships = await db`
    select post_id is null as "isTheirs", owner_id as "ownerId", ended_on as "endedOn" from relationship
    where subject_id in ${db([post.subjectId ?? '', person.subjectId ?? ''])} order by post_id is null`
  assert.deepEqual(
    [...relationships],
    [
      { isTheirs: false, ownerId: sergeant.id, endedOn: null },
      { isTheirs: true, ownerId: sergeant.id, endedOn: '2026-11-21' },
    ],
  )
  assert.deepEqual(
    [...(await db`select ends_on as "endsOn" from subject where id = ${person.subjectId}`)],
    [{ endsOn: '2026-11-21' }],
  )
  assert.match(
    wordsOf((await sergeant.look(`${network}/organisations/${council.id}`)).body),
    /Who Nobody holds this post now/,
  )
})

test('a watch scheme whose coordinator is erased has no contact from then on, and the ledger says so (R20)', async (t) => {
  const { db, keeper } = await heldWhole(t)
  const scheme = organisation({ name: 'Shop Watch', kind: 'watch scheme' })
  await transaction(db, async (sql) => {
    const kept = await keepOrganisation(sql, scheme, keeper)
    const post = { id: randomUUID(), organisation: kept, role: 'scheme coordinator', ward: '', party: null } as const
    await appointToPost(sql, { ...post, keyIndividualId: caredFor, since: day('2026-11-01') }, keeper)
  })
  const named = () => db`
    select facets ->> 'named' as named from evidence where kind = 'point of contact named' and effect = 'states' order by seq`
  assert.deepEqual([...(await named())], [{ named: 'true' }])
  await transaction(db, (sql) => eraseKeyIndividual(sql, { id: caredFor, reason }, keeper))
  assert.deepEqual([...(await named())], [{ named: 'true' }, { named: 'false' }])
})

test('somebody who was erased does not come back by hand or from a list, unless they ask for it', async (t) => {
  const { db, keeper, sergeant } = await heldWhole(t)
  await transaction(db, (sql) => eraseKeyIndividual(sql, { id: caredFor, reason }, keeper))
  const known = { name: 'ZEPHYRINE  Quillféather', email: 'other@example.org', telephone: '+44 (0)1305 998 877' }
  const listed = [
    known,
    { ...known, telephone: null },
    { name: 'Zephyrine Quillfeather', email: 'Zephyrine@Example.org', telephone: null },
    { ...known, name: 'Morgan Fictional' },
  ]
  assert.deepEqual(await erasedAmong(db, 'dorset', listed), [true, false, true, false])
  const add = () => transaction(db, (sql) => keepKeyIndividual(sql, individual(known, saturday), keeper))
  await assert.rejects(add(), { status: 409, message: /was erased, so they are not added again/ })
  const same = individual({ ...known, id: caredFor }, saturday)
  await assert.rejects(
    transaction(db, (sql) => keepKeyIndividual(sql, same, keeper)),
    { status: 409 },
  )
  const comesBack = { name: known.name, telephone: known.telephone, email: '' }
  assert.match(wordsOf((await sergeant.send(`${network}/comes-back`, comesBack)).body), /Tick that they asked/)
  assert.equal((await sergeant.send(`${network}/comes-back`, { ...comesBack, asked: 'yes' })).status, 303)
  assert.equal((await sergeant.send(`${network}/comes-back`, { ...comesBack, asked: 'yes' })).status, 404)
  assert.equal((await add()).name, known.name)
})

test('a database restored from before an erasure erases again, from a list that names nobody', async (t) => {
  const erased = await heldWhole(t)
  await transaction(erased.db, (sql) => eraseKeyIndividual(sql, { id: caredFor, reason }, erased.keeper))
  const list = await erasuresAsJson(erased.db)
  assert.deepEqual(JSON.parse(list), [{ id: caredFor, at: saturday.toISOString() }])
  const { db: restored } = await heldWhole(t)
  assert.deepEqual(
    [await applyErasures(restored, list, saturday), await applyErasures(restored, list, saturday)],
    [1, 0],
  )
  assert.deepEqual(await tablesWith(restored, theirs), [])
  assert.equal((await verifyChain(restored, chain)).whole, true)
  const person = { name: 'Zephyrine Quillfeather', email: 'zephyrine@example.org', telephone: null }
  assert.equal(await wasErased(restored, 'dorset', person), true)
  await assert.rejects(applyErasures(restored, '[{"id": "x"}]', saturday), { status: 422 })
})

test('before somebody is erased, words about others in which their name stands are shown to be reworded', async (t) => {
  const { db, sergeant } = await heldWhole(t)
  await db`
    insert into engagement (id, team_id, title, method, place, held_on, led_by, recorded_at)
    values ('00000000-0000-4000-8000-0000000000e1', 'dorset/west-dorset', 'Market', 'surgery', 'Bridport', '2026-11-01', 'police', ${saturday})`
  await db`
    insert into promise_made (id, team_id, engagement_id, words, to_whom, due_on, recorded_at)
    values ('00000000-0000-4000-8000-0000000000e2', 'dorset/west-dorset', '00000000-0000-4000-8000-0000000000e1', 'A speed check',
      'Mrs Quillfeather', '2026-12-01', ${saturday})`
  const { body } = await sergeant.look(`${network}/individuals/${caredFor}/erase`)
  assert.match(wordsOf(body), /Their name may stand here too .*A speed check – Mrs Quillfeather Reword/)
  assert.match(body, /promises\/00000000-0000-4000-8000-0000000000e2\/words/)
  assert.match(wordsOf(body), /every word of 2 contacts.* Nobody will hold: clerk of Bridport Town Council/)
  const unsure = await sergeant.send(`${network}/individuals/${caredFor}/erase`, { reason })
  assert.deepEqual([unsure.status, /Tick that you have read/.test(unsure.body)], [422, true])
  const sure = await sergeant.send(`${network}/individuals/${caredFor}/erase`, { reason, sure: 'yes' })
  assert.equal(sure.to, `${network}/reviews?saved=erased`)
  assert.equal((await sergeant.look(`${network}/individuals/${caredFor}`)).status, 404)
})
