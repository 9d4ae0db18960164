import { teamsOf } from '#areas/areas.sql.ts'
import type { Sql } from '#platform/database/database.ts'
import { addDays, instantAt, type Day } from '#platform/day.ts'
import { identityOf } from '#platform/identity.ts'
import { answerDipCheck, drawPage } from '#web-pages/dip-checks/check-page.ts'
import { drawnTeam, usualQuestions } from '#web-pages/dip-checks/dip-check.ts'
import { holdText, insertVersion, markPublished, markTold } from '#web-pages/editing/keep-texts.sql.ts'
import type { TextSection } from '#web-pages/editing/page-text.ts'
import { writeVersion } from '#web-pages/editing/write-text.ts'
import { insertKeeper } from '#web-pages/keepers/keepers.sql.ts'
import { fictionalPersonOf } from './fictional-people.ts'

const teamId = 'dorset/west-dorset'

type Told = {
  readonly section: TextSection | null
  readonly title: string
  readonly why: string
  readonly daysAgo: number
  readonly words: string
}

const ofSection = (section: TextSection, daysAgo: number, words: string): Told => ({
  section,
  title: '',
  why: 'Brought up to date',
  daysAgo,
  words,
})

const news = (title: string, daysAgo: number, words: string): Told => ({
  section: null,
  title,
  why: 'News',
  daysAgo,
  words,
})

/** What the volunteer wrote and the sergeant published, long enough ago that the ledger knows of such updates. */
const told: readonly Told[] = [
  ofSection(
    'the team',
    20,
    'We police Bridport, Dorchester, Sherborne and the villages around them. Everybody shown here is fictional.',
  ),
  ofSection(
    'how to contact',
    20,
    '- We answer within two working days.\n- We do not take reports of crime by this page.',
  ),
  ofSection(
    'opportunities to meet',
    12,
    'We come to markets, libraries and village halls. All are welcome, and nobody needs to book.',
  ),
  ofSection(
    'problem solving',
    30,
    'With the town councils and the highways authority we look at where people drive too fast. With farmers and the rural crime team we look at **hare coursing**.',
  ),
  news(
    'Two evenings of speed checks on the A35',
    4,
    'We stood at two places on the A35 where residents had told us of speeding.\n\n- 31 drivers were advised.\n- 4 were reported.\n\nWe come back next month.',
  ),
  news(
    'Mark your bicycle at the library',
    11,
    'Bicycles have been taken from the rack behind the library. Bring yours to our next surgery: marking takes **ten minutes** and costs nothing.',
  ),
  news(
    'Dark evenings: keep a light on',
    23,
    'Most thefts from houses in winter happen between four and seven. A light on a timer and a locked side gate help.',
  ),
]

/** Puts what the demonstration's team says on its page where its own writing would have put it. */
export async function writePage(sql: Sql, { now, today }: { readonly now: Date; readonly today: Day }): Promise<void> {
  for (const one of told) await publish(sql, one, today)
  const writer = {
    personId: fictionalPersonOf('volunteer'),
    role: 'volunteer',
    at: now,
    forceId: 'dorset',
    teamId,
    timeZone: 'Europe/London',
    mobile: true,
  }
  await insertKeeper(sql, {
    id: identityOf('page keeper', teamId),
    teamId,
    personId: writer.personId,
    since: addDays(today, -120),
    at: now,
    by: fictionalPersonOf('sergeant'),
  })
  const draft = {
    id: identityOf('draft', teamId),
    title: 'Come and talk to us before Christmas',
    words: 'We are at the **Saturday market** in Bucky Doo Square. Ask us about parcels left at the door.',
    why: 'For the weeks before Christmas',
    wishedFrom: null,
    lastDay: addDays(today, 30),
    upon: 0,
  }
  await writeVersion(sql, { id: identityOf('news', draft.title), section: null }, draft, writer)
  await checkOnePage(sql, now)
}

async function publish(sql: Sql, { section, title, words, why, daysAgo }: Told, today: Day): Promise<void> {
  const at = instantAt(addDays(today, -daysAgo), '09:30', 'Europe/London')
  const held = await holdText(sql, { id: identityOf('page text', section ?? title), teamId, section }, at)
  const id = identityOf('page text version', section ?? title)
  const written = { id, textId: held?.id ?? '', number: 1, title, words, why, wishedFrom: null, lastDay: null }
  const by = { role: 'volunteer', onPhone: false, writtenAt: at, writtenBy: fictionalPersonOf('volunteer') }
  await insertVersion(sql, { ...written, ...by })
  const decided = { at, by: fictionalPersonOf('sergeant') }
  await markPublished(sql, id, { from: at, until: null, saysCurrent: false }, decided)
  await markTold(sql, [id], at)
}

/** The inspector drew West Dorset and found nine of ten right. */
async function checkOnePage(sql: Sql, now: Date): Promise<void> {
  const teamIds = (await teamsOf(sql, 'dorset')).map(({ id }) => id)
  const seeds = Array.from({ length: 200 }, (_, n) => `demonstration ${n}`)
  const seed = seeds.find((one) => drawnTeam(one, teamIds) === teamId) ?? ''
  const supervisor = { personId: fictionalPersonOf('inspector'), at: now, forceId: 'dorset', timeZone: 'Europe/London' }
  const { id } = await drawPage(sql, { id: identityOf('dip-check', teamId), seed, teamIds }, supervisor)
  const wrong = usualQuestions.length - 3
  const found = usualQuestions.map((question, n) => ({
    question,
    finding: n === wrong ? ('wrong' as const) : ('right' as const),
    note: n === wrong ? 'The link to the town council leads to its old site.' : '',
    fixBy: null,
  }))
  await answerDipCheck(sql, id, found, supervisor)
}
