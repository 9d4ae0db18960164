import { beginModeration, beginScoring } from '#assessments/rounds/begin-phase.ts'
import { closeRound } from '#assessments/rounds/close-round.ts'
import { giveScore } from '#assessments/scoring/give-score.ts'
import { moderateScore } from '#assessments/scoring/moderate-score.ts'
import { openRound } from '#assessments/rounds/open-round.ts'
import { packsOf, type Pack } from '#assessments/packs/pack.ts'
import { dissent, rateContract } from '#assessments/ratings/rate-contract.ts'
import { usualAnswerWithin, usualGrades } from '#assessments/rounds/round.ts'
import { frozenPackOf } from '#contract-year/freezes.sql.ts'
import { insertPerson } from '#people/people.sql.ts'
import type { Sql } from '#platform/database/database.ts'
import { day, type Day } from '#platform/day.ts'
import { identityOf } from '#platform/identity.ts'
import { recordingAs } from './acting-as.ts'
import { wholeYear } from './contract-years.ts'
import { fictionalPersonOf } from './fictional-people.ts'
import { recommend, round } from './recommendations-told.ts'

const { contractId } = wholeYear
const days = {
  opensOn: day('2020-08-24'),
  scoringOn: day('2020-09-01'),
  moderationOn: day('2020-09-28'),
  closesOn: wholeYear.closedOn,
}
const scoredOn = day('2020-09-15')
const ratedOn = day('2020-10-14')
const others = ['Morgan Fictional (OPCC panel)', 'Kim Fictional (OPCC panel)'].map((name) => ({
  id: identityOf(`fictional person ${name}`),
  name,
}))
const panel = [fictionalPersonOf('opcc'), ...others.map(({ id }) => id)]

/** A member of the panel on a day; its chair is the first. */
const member = (seat: number, on: Day, time?: string) => ({
  ...recordingAs('opcc', on, time),
  personId: panel[seat] ?? fictionalPersonOf('opcc'),
})

/** The panel’s round over what was frozen of 2019: scored blind, moderated, rated, with a dissent and two recommendations (R46, R49). */
export async function judgeRound(sql: Sql, now: Date): Promise<void> {
  await seatOthers(sql, now)
  const packs = await open(sql)
  for (const [place, pack] of packs.entries()) await score(sql, pack, place)
  await beginModeration(sql, round.roundId, member(0, days.moderationOn))
  for (const [place, { standardId }] of packs.entries()) {
    const common = commonGrade(place)
    const decided = { ...round, standardId, grade: usualGrades[common], reason: reasons[common] ?? '', fewWhy: null }
    await moderateScore(sql, decided, member(0, days.moderationOn, '17:00'))
  }
  await rate(sql)
  await recommend(sql, member(0, ratedOn, '17:30'))
}

/** Publishes what the panel decided, and ends the contract’s year. */
export const publishRound = (sql: Sql): Promise<void> =>
  closeRound(sql, round.roundId, member(0, days.closesOn, '10:00'))

/** They come after the one who signs in for the panel. */
async function seatOthers(sql: Sql, now: Date): Promise<void> {
  const person = { role: 'opcc', forceId: 'dorset', teamId: null, passwordHash: null, fictional: true } as const
  for (const [n, each] of others.entries())
    await insertPerson(sql, { ...person, ...each, email: `opcc-${n + 2}@example.org` }, new Date(now.getTime() + 1_000))
}

async function open(sql: Sql): Promise<Pack[]> {
  const frozen = await frozenPackOf(sql, contractId)
  if (frozen === null) throw new RangeError(`${contractId} is not frozen yet`)
  const seed = identityOf('round of 2019', 'seed')
  const rubric = frozen.standing.standards.map(({ id, keyElements }) => ({
    standardId: id,
    criteria: keyElements.join('\n') || 'Does the evidence show that it is kept?',
  }))
  const opened = {
    ...days,
    id: round.roundId,
    forceId: 'dorset',
    year: wholeYear.year,
    grades: usualGrades,
    answerWithin: usualAnswerWithin,
    chairId: fictionalPersonOf('opcc'),
    memberIds: panel,
    contracts: [{ contractId, seed }],
    rubric,
  }
  await openRound(sql, opened, member(0, days.opensOn))
  const packs = packsOf(frozen.standing, seed, frozen)
  await beginScoring(sql, round.roundId, member(0, days.scoringOn))
  return packs
}

const reasons = [
  'The evidence is plain, and people say the same.',
  'Kept for most of the year; the spring of 2020 shows.',
  'There is work here, but too little of it was written down.',
]

const commonGrade = (place: number): 1 | 2 => (place % 3 === 2 ? 2 : 1)

/** Members give much the same; now and then one sees it otherwise. */
async function score(sql: Sql, { standardId }: Pack, place: number): Promise<void> {
  const common = commonGrade(place)
  for (const seat of panel.keys()) {
    const grade = usualGrades[(place + seat) % 4 === 0 ? common - 1 : common] ?? 'good'
    const better = seat === 1 ? 'Publicise what is planned, and use alerts more.' : ''
    const reason = reasons[(place + seat) % 3] ?? ''
    const told = { ...round, standardId, grade, reason, better, submit: true, readFrom: null }
    await giveScore(sql, told, member(seat, scoredOn))
  }
}

async function rate(sql: Sql): Promise<void> {
  const reason = 'A team that knows its towns and villages and can show it. What it plans could be better known.'
  await rateContract(sql, { ...round, grade: 'good', reason }, member(0, ratedOn))
  const words = 'The clerk who was missed for half a year should have weighed more.'
  await dissent(sql, { ...round, words }, member(2, ratedOn, '17:00'))
}
