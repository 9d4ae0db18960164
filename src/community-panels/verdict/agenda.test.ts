import assert from 'node:assert/strict'
import { randomUUID } from 'node:crypto'
import test from 'node:test'
import { communityPanel } from '../../../test/support/community.ts'
import { wordsOf } from '../../../test/support/desk.ts'
import type { Sql } from '#platform/database/database.ts'

const others = 12

test('the agenda compares every contract of a sitting, however many there are, and the largest gap leads it', async (t) => {
  const { db, convener, one, id } = await communityPanel(t)
  await moreContracts(db, id)
  await sheetsOnEach(db, { sittingId: id, by: convener.id })
  await roundClosed(db, convener.id)
  const page = wordsOf((await convener.look(one)).body)
  const [agenda = ''] = /What to talk about first .* How many voted/.exec(page) ?? []
  assert.match(
    agenda,
    /first Team 12: D-2 Face to face 100 of 100 points apart: best by the OPCC panel, worst by the community/,
  )
  assert.match(agenda, /8 more on which sides differ/)
  assert.deepEqual(
    [...agenda.matchAll(/(Team \d+|West): D-2/g)].map(([, team]) => team).toSorted(),
    ['West', ...Array.from({ length: others }, (_, n) => `Team ${n + 1}`)].toSorted(),
  )
})

test('from no agenda can a convener read how one of few members voted, until the outcome is published', async (t) => {
  const { convener, one, invite, vote } = await communityPanel(t)
  for (const n of [1, 2])
    await convener.send(`${one}/west/paper`, { id: randomUUID(), sheet: String(n), 'choice-D-2': 'kept its word' })
  await vote(await invite('Ada'), 'did not keep its word')
  const apart = /West: D-2 Face to face (\d+) of 100 points apart/
  const shown = async () => apart.exec(wordsOf((await convener.look(one)).body))?.[1]
  assert.equal(await shown(), undefined)
  await convener.send(`${one}/close`, {})
  assert.equal(await shown(), '67')
})

/** Contracts as West has one, of teams of their own. */
async function moreContracts(sql: Sql, sittingId: string): Promise<void> {
  await sql`
    insert into team (id, force_id, slug, name) select 'dorset/team-' || n, 'dorset', 'team-' || n, 'Team ' || n
    from generate_series(1, ${others}::int) as n`
  await sql`
    insert into contract (id, team_id, year, framework_id, starts_on, ends_on, kept_at)
    select t.id || '/2019', t.id, c.year, c.framework_id, c.starts_on, c.ends_on, c.kept_at
    from contract c, team t where c.id = 'dorset/west/2019' and t.slug like 'team-%'`
  await sql`
    insert into community_sitting_contract (sitting_id, contract_id) select ${sittingId}, id from contract where id like '%/team-%'`
}

/** Three sheets on each contract that its team partly kept its word, and on that of the last team that it did not. */
async function sheetsOnEach(sql: Sql, { sittingId, by }: { readonly sittingId: string; readonly by: string }) {
  await sql`
    insert into community_vote (id, sitting_id, contract_id, sheet, cast_at, keyed_by)
    select gen_random_uuid(), sitting_id, contract_id, n, now(), ${by}
    from community_sitting_contract, generate_series(1, 3) as n where sitting_id = ${sittingId}`
  await sql`
    insert into community_vote_choice (vote_id, standard_id, choice)
    select id, 'D-2', case when contract_id like '%/team-12/%' then 'did not keep its word' else 'partly kept its word' end
    from community_vote where sitting_id = ${sittingId}`
}

/** The commissioner’s panel gave each contract its best grade. */
async function roundClosed(sql: Sql, chairId: string): Promise<void> {
  const id = randomUUID()
  await sql`
    insert into assessment_round (id, force_id, year, opens_on, scoring_on, moderation_on, closes_on, grades, answer_within,
      phase, opened_at, closed_on)
    values (${id}, 'dorset', 2019, '2026-11-01', '2026-11-01', '2026-11-01', '2026-11-01', '{good,poor}', 30, 'closed', now(),
      '2026-11-20')`
  await sql`
    insert into round_contract (round_id, contract_id, seed) select ${id}, contract_id, 'x' from community_sitting_contract`
  await sql`
    insert into round_pack (round_id, contract_id, standard_id, place, pack, taken_at)
    select ${id}, contract_id, 'D-2', 0, '{"title":"Face to face"}', now() from community_sitting_contract`
  await sql`
    insert into moderated_score (round_id, contract_id, standard_id, grade, reason, moderated_at, moderated_by)
    select ${id}, contract_id, 'D-2', 'good', 'Well done', now(), ${chairId} from community_sitting_contract`
}
