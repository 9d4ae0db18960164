import assert from 'node:assert/strict'
import test from 'node:test'
import { outboxOf } from '#platform/mail/mail.sql.ts'
import { wordsOf } from '../../../test/support/desk.ts'
import { site, watched } from '../../../test/support/watched.ts'
import { findLapses } from './find-lapses.ts'
import { saveWatches } from './watches.sql.ts'

const desk = '/desk/dorset/watch'

test('whoever follows a promise is told once by mail when it lapses, and finds it new on the watch list until they have seen it', async (t) => {
  const { db, as, at, morning } = await watched(t)
  const [office, other, pcso] = [await as('opcc'), await as('opcc'), await as('pcso', 'dorset/west')]
  const follow = (personId: string, teamId: string, ref: string) =>
    saveWatches(db, { personId, teamId }, [{ scope: 'promise', ref }], at('2019-08-10'))
  await follow(office.id, 'dorset/west', 'R10')
  await follow(other.id, 'dorset/east', 'R35')
  assert.deepEqual(await morning('2019-08-20'), [], 'the first comparing has nothing to compare with')
  const [mail, ...others] = await morning('2019-09-05')
  assert.deepEqual(others, [])
  assert.deepEqual(mail, {
    to: office.id,
    subject: 'A promise that you follow has lapsed',
    text: `West: An advertised event each month
It was on course as at 20 August 2019, and is missed as at 5 September 2019.
${site}/dorset/west/contract/2019/commitments/R10

What you follow, and notes to teams:
${site}${desk}`,
  })
  for (const on of ['2019-09-05', '2019-09-06', '2019-10-10']) assert.deepEqual(await morning(on), [], on)
  const list = await office.look(desk)
  assert.match(wordsOf(list.body), /Lapsed since you began to follow An advertised event each month.*Missed.*Team West/)
  assert.match(wordsOf((await other.look(desk)).body), /Nothing that you follow has lapsed since/)
  const upTo = /name="upTo" value="([^"]+)"/.exec(list.body)?.[1] ?? ''
  assert.equal((await office.send(`${desk}/seen`, { upTo })).status, 303)
  const seen = wordsOf((await office.look(desk)).body)
  assert.match(seen, /Nothing that you follow has lapsed since\..*Lapsed before, and not mended An advertised event/)
  assert.equal((await pcso.look(desk)).status, 403)
})

test('a whole team and a standard are followed with all their promises; what is recorded late mends a lapse, and a new one is told', async (t) => {
  const { db, as, at, held, morning } = await watched(t)
  const [ofTeam, ofStandard] = [await as('opcc'), await as('opcc')]
  await saveWatches(db, { personId: ofTeam.id, teamId: 'dorset/west' }, [{ scope: 'team', ref: '' }], at('2019-08-10'))
  await saveWatches(db, { personId: ofStandard.id, teamId: 'dorset/west' }, [{ scope: 'standard', ref: 'D-2' }], at('2019-08-10')) // prettier-ignore
  await morning('2019-08-20')
  const told = async (on: string) => (await morning(on)).map(({ to }) => to).toSorted()
  const both = [ofTeam.id, ofStandard.id].toSorted()
  assert.deepEqual(await told('2019-09-05'), both)
  await held('2019-08-25', '2019-09-06')
  assert.deepEqual(await told('2019-09-06'), [])
  assert.deepEqual([...(await db`select ref, mended_on from lapse where contract_id = 'dorset/west/2019'`)], [{ ref: 'R10', mended_on: '2019-09-06' }]) // prettier-ignore
  assert.deepEqual(await told('2019-10-05'), both, 'September has no event')
})

test('nobody is told of what lapsed before they followed it, and nobody who left', async (t) => {
  const { db, as, at, morning } = await watched(t)
  const [late, gone] = [await as('opcc'), await as('opcc')]
  await morning('2019-08-20')
  await saveWatches(db, { personId: gone.id, teamId: 'dorset/west' }, [{ scope: 'team', ref: '' }], at('2019-08-20'))
  await db`update person set ended_on = '2019-08-21' where id = ${gone.id}`
  assert.deepEqual(await morning('2019-09-05'), [])
  await saveWatches(db, { personId: late.id, teamId: 'dorset/west' }, [{ scope: 'team', ref: '' }], at('2019-09-06'))
  assert.deepEqual(await morning('2019-09-06'), [])
  assert.match(wordsOf((await late.look(desk)).body), /Lapsed since you began to follow An advertised event/)
})

test('what was late or missed when it was first compared has not lapsed since', async (t) => {
  const { db, as, at, morning } = await watched(t)
  const office = await as('opcc')
  await saveWatches(db, { personId: office.id, teamId: 'dorset/west' }, [{ scope: 'team', ref: '' }], at('2019-08-10'))
  assert.deepEqual([await morning('2019-09-05'), await morning('2019-09-06')], [[], []])
  assert.equal((await db`select from lapse`).length, 0)
})

test('three processes that compare at once find each lapse once and write one mail', async (t) => {
  const { db, as, at, keep, morning } = await watched(t)
  const office = await as('opcc')
  await saveWatches(db, { personId: office.id, teamId: 'dorset/west' }, [{ scope: 'team', ref: '' }], at('2019-08-10'))
  await morning('2019-08-20')
  await keep('2019-09-05')
  const now = at('2019-09-05')
  const written = await Promise.all([1, 2, 3].map(() => findLapses(db, { at: now, site })))
  assert.deepEqual([written.toSorted(), (await outboxOf(db, now)).waiting], [[0, 0, 1], 1])
  assert.equal((await db`select from lapse where contract_id = 'dorset/west/2019' and ref = 'R10'`).length, 1)
})

test('what is followed of a team is what was ticked last, and words that were not offered are not followed', async (t) => {
  const { db, as } = await watched(t)
  const office = await as('opcc')
  const follow = (fields: Record<string, string>) => office.send(`${desk}/west`, fields)
  assert.equal((await follow({ team: 'yes', standards: 'D-2' })).status, 303)
  const kept = () => db`select team_id, scope, ref from watch order by scope`
  assert.deepEqual([...(await kept())], [{ team_id: 'dorset/west', scope: 'team', ref: '' }])
  await follow({ promises: 'R10', standards: 'D-99' })
  assert.deepEqual([...(await kept())], [], 'no contract is in force today, so it offers no promise')
  assert.match(wordsOf((await office.look(desk)).body), /West Nothing None None open/)
  assert.equal((await office.look(`${desk}/north`)).status, 404)
})
