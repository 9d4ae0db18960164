import assert from 'node:assert/strict'
import test from 'node:test'
import { standsAt } from '#assessments/recommendations/recommendation.ts'
import { recommendationsTo } from '#assessments/recommendations/recommendations.sql.ts'
import { dissentPublished } from '#community-panels/own-words/dissents.sql.ts'
import { closedSittingOver } from '#community-panels/sittings/sittings.sql.ts'
import { tallyOf, votesOn } from '#community-panels/votes/tally.ts'
import { countedOf, votersOf } from '#community-panels/votes/votes.sql.ts'
import { stepsTaken } from '#contract-year/course.sql.ts'
import { findDraft } from '#contract-year/drafts.sql.ts'
import { replayFreeze } from '#contract-year/freeze/replay-freeze.ts'
import { frozenPackOf } from '#contract-year/freezes.sql.ts'
import { versionsOf } from '#contract-year/versions/versions.sql.ts'
import { findContract } from '#contracts/contracts.sql.ts'
import { frameworkById } from '#frameworks/frameworks.sql.ts'
import type { Database } from '#platform/database/database.ts'
import { day, dayAt } from '#platform/day.ts'
import { stand } from '#standings/stand.ts'
import { demonstrationDatabase } from './support/demonstration.ts'
import { saturday } from './support/desk.ts'

const team = 'dorset/west-dorset'
const contractId = `${team}/2019`

test('the contract of 2019 went through its whole year, and was judged by what was frozen once the year was over', async (t) => {
  const db = await demonstrationDatabase(t, saturday)
  assert.deepEqual(
    (await stepsTaken(db, contractId)).map(({ step, takenOn }) => [step, takenOn]),
    [
      ['begin', '2019-07-08'],
      ['submit', '2019-08-02'],
      ['sign', '2019-08-16'],
      ['endorse', '2019-08-23'],
      ['publish', '2019-09-02'],
      ['draft the self evaluation', '2020-08-05'],
      ['freeze', '2020-08-17'],
      ['rate', '2020-10-21'],
      ['close', '2020-10-21'],
    ],
  )
  const versions = await versionsOf(db, contractId)
  assert.deepEqual(
    versions.map(({ number, publishedOn, changes }) => [number, publishedOn, changes.contexts]),
    [
      [2, '2020-03-25', 1],
      [1, '2019-09-02', 0],
    ],
  )
  const frozen = await frozenPackOf(db, contractId)
  assert.ok(frozen)
  assert.deepEqual([frozen.asAt, dayAt(frozen.frozenAt, 'Europe/London')], ['2020-08-02', '2020-08-17'])
  const judged = await db`select distinct pack ->> 'frozen' as seal from round_pack where contract_id = ${contractId}`
  assert.deepEqual([...judged], [{ seal: frozen.hash }])
  const [late] = await db`
    select e.seq from evidence e join jsonb_to_recordset(${db.json(frozen.chains as never)}) as f (id text, length bigint)
      on f.id = e.chain and e.seq <= f.length where e.recorded_at > ${frozen.frozenAt}`
  assert.equal(late, undefined, 'nothing that was recorded later was frozen')
  const replay = await replayFreeze(db, frozen.id)
  assert.deepEqual([replay.equal, replay.differences, replay.later > 1000], [true, [], true])
})

test('what the panels of 2019 decided is evidence of the day on which it was published, and counts for the year after', async (t) => {
  const db = await demonstrationDatabase(t, saturday)
  const told = await db`
    select chain, kind, happened_on as "on", facets from evidence
    where source like 'round/%' or source like 'sitting/%' order by happened_on, kind, chain desc`
  const [rating, question] = [{ question: 'rating' }, { panel: 'community panel' }]
  assert.deepEqual(
    told.map((each) => [each['chain'], each['kind'], each['on'], each['facets']]),
    [
      [team, 'panel held', '2020-09-30', question],
      [team, 'judgement given', '2020-10-21', { ...rating, grade: 'good', by: 'OPCC panel' }],
      [team, 'judgement given', '2020-10-21', { ...rating, grade: 'good', by: 'community panel' }],
      ['dorset', 'panel held', '2020-10-21', { panel: 'OPCC panel' }],
    ],
  )
  const standings = await standingsOf(db, 2019, '2020-08-02')
  const refs = ['R46', 'R47', 'R48', 'D1.1', 'D1.2', 'D1.4', 'D1.5', 'D1.6']
  assert.deepEqual(
    refs.map((ref) => standings.get(ref)?.standing),
    refs.map(() => 'kept'),
  )
  const [published] = await db<{ entry: number }[]>`
    select entry from evidence where chain = ${team} and kind = 'plan published' and happened_on = '2020-03-25'`
  for (const ref of ['R48', 'D1.2']) assert.ok(standings.get(ref)?.evidence.includes(published?.entry ?? 0), ref)
})

test('the community of 2019 voted by link and on paper; one dissent stands beside its verdict', async (t) => {
  const db = await demonstrationDatabase(t, saturday)
  const sitting = await closedSittingOver(db, contractId)
  assert.ok(sitting)
  assert.deepEqual([sitting.closedOn, sitting.minutes.length > 100], ['2020-10-21', true])
  assert.deepEqual([...(await votersOf(db, sitting.id))], [{ contractId, byLink: 5, onPaper: 3 }])
  const { verdict, votes } = tallyOf(sitting.grades, votesOn(await countedOf(db, sitting.id), contractId, null))
  assert.deepEqual([verdict, votes], ['good', 8])
  assert.equal((await dissentPublished(db, sitting.id, contractId)).length, 1)
  const names = await db`select label from community_member where sitting_id = ${sitting.id} order by place`
  assert.deepEqual(names[0], { label: 'Member 1' })
})

test('of two recommendations one is done; the other is overdue, and the draft of the next contract opens with it', async (t) => {
  const db = await demonstrationDatabase(t, saturday)
  const today = dayAt(saturday, 'Europe/London')
  const made = await recommendationsTo(db, team)
  assert.deepEqual(
    made.map((each) => [each.words, each.state, standsAt(each, today).overdueSince]),
    [
      ['Publicise meetings and events more, and earlier.', 'closure accepted', null],
      ['Use alerts more after what worries people.', 'sent back', '2026-11-13'],
    ],
  )
  const draft = await findDraft(db, `${team}/2027`)
  const [first] = draft?.commitments ?? []
  assert.deepEqual([first?.heading, first?.text], ['Recommended by the panel', made[1]?.words])
  const pieces = await db`select piece, revision from draft_piece where contract_id = ${`${team}/2027`}`
  assert.deepEqual([...pieces], [{ piece: 'promise R09', revision: 1 }])
})

test('the community was asked before the current contract was signed, and the commissioner’s office was answered', async (t) => {
  const db = await demonstrationDatabase(t, saturday)
  assert.deepEqual(
    [...(await db`select held_on as "on", answers from plan_consultation`)],
    [{ on: '2026-08-10', answers: 118 }],
  )
  const consulted = (await standingsOf(db, 2026, '2026-11-21')).get('D1.6')
  assert.deepEqual([consulted?.standing, consulted?.value], ['kept', 1])
  assert.deepEqual([...(await db`select step from team_note_step`)], [{ step: 'answered' }])
  assert.deepEqual(
    [...(await db`select 1 from mail where about like 'team-note/%'`)],
    [],
    'nothing of then goes out now',
  )
})

async function standingsOf(db: Database, year: number, asAt: string) {
  const contract = await findContract(db, team, year)
  assert.ok(contract)
  const framework = await frameworkById(db, contract.frameworkId)
  assert.ok(framework)
  return stand(db, { contract, framework, forceId: 'dorset' }, day(asAt))
}
