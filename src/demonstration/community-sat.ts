import { giveDissent } from '#community-panels/own-words/give-dissent.ts'
import { castVote } from '#community-panels/votes/cast-vote.ts'
import { keyInSheet } from '#community-panels/votes/key-in-sheet.ts'
import { closeSitting } from '#community-panels/sittings/close-sitting.ts'
import { conveneSitting } from '#community-panels/sittings/convene-sitting.ts'
import { recordSitting } from '#community-panels/sittings/record-sitting.ts'
import { decideDissent } from '#community-panels/own-words/decide-dissent.ts'
import { inviteMember } from '#community-panels/members/invite-member.ts'
import type { Linked } from '#community-panels/members/members.sql.ts'
import { openLink } from '#community-panels/members/open-link.ts'
import { cannotSay, usualChoices, usualGrades } from '#community-panels/sittings/sitting.ts'
import { tellReach } from '#community-panels/reach/tell-reach.ts'
import type { Vote } from '#community-panels/votes/vote.ts'
import { frozenPackOf } from '#contract-year/freezes.sql.ts'
import type { Sql } from '#platform/database/database.ts'
import { day, type Day } from '#platform/day.ts'
import { identityOf } from '#platform/identity.ts'
import { actingAs, recordingAs } from './acting-as.ts'
import { wholeYear } from './contract-years.ts'

const sittingId = identityOf('community panel of 2019')
const [forceId, slug] = ['dorset', 'west-dorset']
const { contractId } = wholeYear
const heldOn = day('2020-09-30')
const votedOn = day('2020-09-21')
const convener = (on: Day, time?: string) => recordingAs('opcc', on, time)

/** R05, R47: a community panel votes on what was frozen, by links of their own and on paper, before anybody knows the rating. */
export async function sitCommunity(sql: Sql): Promise<void> {
  await convene(sql)
  const standards = await standardsJudged(sql)
  const links = await invite(sql)
  for (const [n, link] of links.entries()) {
    const vote = { ...voteOf(byLink[n] ?? kept, standards), id: identityOf(sittingId, 'vote', String(n)), slug }
    await castVote(sql, vote, link, actingAs('opcc', votedOn, `${10 + n}:20`).at)
  }
  for (const [n, told] of onPaper.entries()) {
    const sheet = { ...voteOf(told, standards), id: identityOf(sittingId, 'sheet', String(n)), slug, sittingId }
    await keyInSheet(sql, { ...sheet, sheet: n + 1 }, convener(heldOn, '19:30'))
  }
  await hearDissent(sql, links[2])
  await recordSitting(sql, sittingId, { attendance, minutes }, convener(day('2020-10-01')))
}

/** Publishes what the community said, together with what the commissioner’s panel decided. */
export async function publishSitting(sql: Sql): Promise<void> {
  const { hash: frozen } = await frozenYear(sql)
  await closeSitting(sql, sittingId, [{ contractId, frozen }], convener(wholeYear.closedOn, '11:00'))
}

async function convene(sql: Sql): Promise<void> {
  const days = { opensOn: day('2020-09-14'), heldOn, closesOn: day('2020-10-07') }
  const sitting = {
    ...days,
    id: sittingId,
    forceId,
    panel: 'community panel',
    year: wholeYear.year,
    place: 'Corn Exchange, Dorchester',
    choices: usualChoices,
    grades: usualGrades['community panel'],
    contractIds: [contractId],
  } as const
  await conveneSitting(sql, sitting, convener(day('2020-08-26')))
  await tellReach(sql, reach, { sittingId, forceId, slug }, recordingAs('sergeant', day('2020-09-09')))
}

async function frozenYear(sql: Sql) {
  const frozen = await frozenPackOf(sql, contractId)
  if (frozen === null) throw new RangeError(`${contractId} is not frozen yet`)
  return frozen
}

const standardsJudged = async (sql: Sql): Promise<string[]> =>
  (await frozenYear(sql)).standing.standards.map(({ id }) => id)

const members = ['A shopkeeper', 'A farmer', 'A carer', 'A student', 'A parish councillor']

/** Links are given by hand: nobody who is fictional has a mailbox. */
async function invite(sql: Sql): Promise<Linked[]> {
  const links: Linked[] = []
  for (const label of members) {
    const id = identityOf(sittingId, label)
    const making = { linkId: identityOf(id, 'link'), site: 'http://localhost' }
    const invited = { id, sittingId, label, email: null, language: 'en' } as const
    const path = await inviteMember(sql, invited, making, convener(day('2020-09-02')))
    const { at } = actingAs('opcc', votedOn, '10:00')
    const opened = await openLink(sql, path?.replace('/panel/', '') ?? '', at, 'comes')
    if (opened.leads === 'to a sitting') links.push(opened.link)
  }
  return links
}

/** What somebody says of standards in order, the last of all that follow, and of the whole. */
type Told = { readonly choices: readonly string[]; readonly grade: string; readonly comment: string }

const [keptWord, partly, notKept] = usualChoices
const kept: Told = { choices: [keptWord], grade: 'good', comment: '' }
const byLink: readonly Told[] = [
  { choices: [keptWord, keptWord, partly, keptWord], grade: 'good', comment: 'They know us by name.' },
  { choices: [keptWord, partly, keptWord, keptWord, cannotSay, keptWord], grade: 'good', comment: '' },
  { choices: [partly, notKept, notKept, cannotSay, cannotSay, partly], grade: 'requires improvement', comment: '' },
  { choices: [cannotSay, keptWord, partly, keptWord], grade: 'outstanding', comment: 'Your page is quick to answer.' },
  { choices: [keptWord, keptWord, keptWord, partly, partly, cannotSay, keptWord], grade: 'good', comment: '' },
]
const onPaper: readonly Told[] = [
  { choices: [keptWord, partly, keptWord, cannotSay], grade: 'good', comment: 'No internet here, so come by.' },
  kept,
  { choices: [partly, partly, notKept, cannotSay, partly], grade: 'requires improvement', comment: '' },
]

const voteOf = ({ choices, grade, comment }: Told, standards: readonly string[]): Vote => ({
  grade,
  comment,
  standards: standards.map((standardId, n) => ({
    standardId,
    choice: choices[n] ?? choices.at(-1) ?? null,
    comment: '',
  })),
})

async function hearDissent(sql: Sql, link: Linked | undefined): Promise<void> {
  if (link === undefined) return
  const id = identityOf(sittingId, 'dissent')
  const words = 'Those who look after somebody cannot come to a market. Nobody asked us when we could.'
  await giveDissent(sql, { id, slug, words }, link, actingAs('opcc', heldOn, '20:00').at)
  await decideDissent(sql, { id, sittingId, decision: 'published', reason: '' }, convener(day('2020-10-02')))
}

const attendance = [
  { community: 'rural', people: 6 },
  { community: 'farming', people: 5 },
  { community: 'elderly', people: 7 },
  { community: 'disability', people: 2 },
  { community: 'others', people: 9 },
]

const minutes = `Welcome and how the votes are counted.
The sergeant told of the year, and of what was called off from March.
Events: most are known only to those who come anyway. All want them announced earlier.
Rural crime: farmers were glad of the winter patrols and want them to go on.
Carers: a visit at another time of the day was asked for; the sergeant takes it along.`

const reach = {
  identifying:
    'Carers, people in hamlets without a bus, and young people out of school; the profile and the councils name them.',
  channels: 'Parish notices, the surgery’s newsletter, farm shops and the page.',
  blockers: 'Meetings in the evening, and no bus back.',
  goodPractice: 'A stall beside the mobile library reached people who had never met us.',
}
