import { likelyIndividuals } from '#network/merging/duplicates.sql.ts'
import { searchNetwork } from '#network/search.sql.ts'
import { relationshipsDue } from '#network/relationships.sql.ts'
import { foldWords } from '#platform/fold.ts'
import type { Database } from '#platform/database/database.ts'
import { heading, line, middle, ms, times } from './measure.ts'

const teams = 60
const people = 100_000
const contacts = 1_000_000
const team = 'bench/team-7'

/** Search as typed, and who is due this week, for one team of a force with 100,000 people and a million contacts. */
export async function benchNetwork(database: Database): Promise<void> {
  await fill(database)
  heading(
    `The network: ${people.toLocaleString('en-GB')} people and ${contacts.toLocaleString('en-GB')} contacts of ${teams} teams`,
  )
  let worst = 0
  for (const words of ['a', 'sh', 'sherb', 'Shirbourne', 'morgen fictional', 'zzzz', '%', 'person 4207']) {
    const taken = await middle(15, () => searchNetwork(database, 'bench', team, words))
    const { length } = await searchNetwork(database, 'bench', team, words)
    line(`search as typed: “${words}”`, ms(taken), `${length} found`)
    worst = Math.max(worst, taken)
  }
  line('the slowest search', ms(worst), 'aim < 50 ms')
  const bare = await middle(
    25,
    () => database`
    select r.*, s.label, k.name, o.name as owner
    from relationship r join subject s on s.id = r.subject_id join key_individual k on k.id = r.key_individual_id
      join person o on o.id = r.owner_id
    where r.team_id = ${team} and r.ended_on is null and r.next_due <= '2026-11-22' order by r.next_due, s.label limit 50`,
  )
  const due = await middle(25, () => relationshipsDue(database, team, '2026-11-22', 50))
  line('due this week, bare SQL for the same names', ms(bare))
  line('due this week, as the desk asks', ms(due), `${times(due / bare)} the bare SQL (aim ≤ 3 ×)`)
  await benchDuplicates(database)
}

/** The first page of likely duplicates of a team with 10,000 people; bare, each name is held against those with its first word. */
async function benchDuplicates(database: Database): Promise<void> {
  await fillLargeTeam(database)
  const bare = await middle(
    5,
    () => database`
    with people as (select id, lower(name) as folded, split_part(lower(name), ' ', 1) as word from key_individual where team_id = ${largeTeam})
    select a.id as one, b.id as other from people a
      join people b on b.word = a.word and b.id > a.id and similarity(b.folded, a.folded) >= 0.5
    order by a.folded, b.folded, a.id, b.id limit 50`,
  )
  const taken = await middle(5, () => likelyIndividuals(database, largeTeam, { from: 0, most: 50 }))
  const [first] = await likelyIndividuals(database, largeTeam, { from: 0, most: 50 })
  line('likely duplicates of 10,000 people, bare SQL by first word alone', ms(bare))
  line('likely duplicates, as the desk asks', ms(taken), `${first?.all ?? 0} pairs, ${times(taken / bare)} the bare SQL (aim < 300 ms)`) // prettier-ignore
}

const largeTeam = 'bench/large'

/** 300 first names and 3,000 family names, with e-mail addresses for a third and telephone numbers for a quarter. */
async function fillLargeTeam(database: Database): Promise<void> {
  await database`insert into team (id, force_id, slug, name) values (${largeTeam}, 'bench', 'large', 'Large')`
  await database`
    insert into key_individual (id, force_id, team_id, name, folded, email, telephone, speaks_for, lawful_basis, purpose, review_on, kept_at)
    select gen_random_uuid(), 'bench', ${largeTeam}, first || ' ' || last, lower(first || ' ' || last),
      case when n % 3 = 0 then 'p' || n / 4 || '@example.org' end, case when n % 4 = 0 then '01305 ' || 100000 + n / 5 end,
      'traders', 'public task', 'bench', '2027-01-01', now()
    from (
      select n, initcap(left(md5((n * 31 % 300)::text), 5)) as first, initcap(left(md5((n * 7919 % 3000)::text), 8)) as last
      from generate_series(1, 10000) n) named`
  await database`analyze key_individual`
}

const towns = ['Sherborne', 'Bridport', 'Dorchester', 'Lyme Regis', 'Swanage', 'Wareham', 'Poole', 'Weymouth']

async function fill(database: Database): Promise<void> {
  const named = foldWords('Morgan Fictional')
  await database`insert into force (id, name) values ('bench', 'Bench')`
  await database`
    insert into team (id, force_id, slug, name)
    select 'bench/team-' || n, 'bench', 'team-' || n, 'Team ' || n from generate_series(0, ${teams - 1}::int) n`
  await database`
    insert into person (id, force_id, name, email, role, fictional, created_at)
    values ('00000000-0000-4000-8000-000000000001', 'bench', 'Bench', 'bench@example.org', 'inspector', true, now())`
  await database`
    insert into subject (id, force_id, team_id, kind, label, starts_on)
    select 's' || n, 'bench', 'bench/team-' || n % ${teams}, 'key individual', 'Key individual: group ' || n, '2020-01-01'
    from generate_series(1, ${people}::int) n`
  await database`
    insert into key_individual (id, force_id, team_id, name, folded, speaks_for, lawful_basis, purpose, review_on, subject_id, kept_at)
    select ('00000000-0000-4000-8000-' || lpad(n::text, 12, '0'))::uuid, 'bench', 'bench/team-' || n % ${teams}, 'Person ' || n,
      case when n / 60 % 50 = 0 then ${named} || ' ' || n else 'person ' || n end || ' traders of ' || lower((${towns}::text[])[1 + n / 60 % 8]),
      'traders', 'public task', 'bench', '2027-01-01', 's' || n, now()
    from generate_series(1, ${people}::int) n`
  await database`
    insert into relationship (id, team_id, subject_id, key_individual_id, owner_id, every, agreed_on, last_contact_on, next_due, began_on)
    select ('00000000-0000-4000-9000-' || lpad(n::text, 12, '0'))::uuid, 'bench/team-' || n % ${teams}, 's' || n,
      ('00000000-0000-4000-8000-' || lpad(n::text, 12, '0'))::uuid, '00000000-0000-4000-8000-000000000001', 'P3M', '2026-01-01',
      date '2026-08-20' + (n / 60 % 90), date '2026-11-20' + (n / 60 % 90), '2020-01-01'
    from generate_series(1, ${people}::int) n`
  await database`
    insert into contact (id, relationship_id, team_id, made_on, how, logged_at)
    select gen_random_uuid(), ('00000000-0000-4000-9000-' || lpad((1 + n % ${people})::text, 12, '0'))::uuid,
      'bench/team-' || (1 + n % ${people}) % ${teams}, date '2020-01-01' + n % 2400, 'telephone', now()
    from generate_series(1, ${contacts}::int) n`
  await database`analyze`
}
