import { packsOf, type Pack } from '#assessments/pack.ts'
import { savePacks } from '#assessments/packs.sql.ts'
import { saveDissent, saveRating } from '#assessments/ratings.sql.ts'
import { insertRecommendation, insertStep } from '#assessments/recommendations.sql.ts'
import { usualAnswerWithin, usualGrades } from '#assessments/round.ts'
import { insertRound, movePhase } from '#assessments/rounds.sql.ts'
import { saveModerated, saveScore } from '#assessments/scores.sql.ts'
import type { Contract } from '#contracts/contract.ts'
import { frameworkOfContract } from '#frameworks/known-frameworks.ts'
import { insertPerson } from '#people/people.sql.ts'
import type { Sql } from '#platform/database/database.ts'
import { day, instantAt } from '#platform/day.ts'
import { identityOf } from '#platform/identity.ts'
import { arranged } from '#standings/contract-standing.ts'
import { stand } from '#standings/stand.ts'
import { fictionalPersonOf } from './fictional-people.ts'

const id = identityOf('round of 2019')
const judgedOn = day('2020-06-24')
const at = instantAt(judgedOn, '15:00', 'Europe/London')
const chairId = fictionalPersonOf('opcc')
const others = ['Morgan Fictional (OPCC panel)', 'Kim Fictional (OPCC panel)'].map((name) => ({
  id: identityOf(`fictional person ${name}`),
  name,
}))

/**
 * The panel's round of 2019 over West Dorset, as its desk would have kept it: scored blind, moderated, rated and answered. Its evidence
 * is told by the story of that year.
 */
export async function judgeRound(sql: Sql, contracts: readonly Contract[], now: Date): Promise<void> {
  const contract = contracts.find(({ id: own }) => own === 'dorset/west-dorset/2019')
  if (contract === undefined) return
  await seatOthers(sql, now)
  const packs = await open(sql, contract)
  await savePacks(sql, id, [{ contractId: contract.id, packs }], at)
  await movePhase(sql, id, 'scoring', null)
  for (const [place, pack] of packs.entries()) await judge(sql, contract.id, pack, place)
  await conclude(sql, contract.id)
}

/** They come after the one who signs in for the panel. */
async function seatOthers(sql: Sql, now: Date): Promise<void> {
  const person = { role: 'opcc', forceId: 'dorset', teamId: null, passwordHash: null, fictional: true } as const
  for (const [n, each] of others.entries())
    await insertPerson(sql, { ...person, ...each, email: `opcc-${n + 2}@example.org` }, new Date(now.getTime() + 1_000))
}

async function open(sql: Sql, contract: Contract): Promise<Pack[]> {
  const framework = await frameworkOfContract(sql, contract.frameworkId)
  const seed = identityOf('round of 2019', 'seed')
  const rubric = framework.standards.map(({ id: standardId, keyElements }) => ({
    standardId,
    criteria: keyElements.join('\n') || 'Does the evidence show that it is kept?',
  }))
  const round = {
    id,
    forceId: 'dorset',
    year: 2019,
    opensOn: day('2020-05-04'),
    scoringOn: day('2020-05-18'),
    moderationOn: day('2020-06-15'),
    closesOn: judgedOn,
    grades: usualGrades,
    answerWithin: usualAnswerWithin,
    chairId,
    memberIds: [chairId, ...others.map((each) => each.id)],
    contracts: [{ contractId: contract.id, seed }],
    rubric,
  }
  await insertRound(sql, round, at, chairId)
  const byRef = await stand(sql, { contract, framework, forceId: 'dorset' }, judgedOn)
  return packsOf(arranged(contract, framework, judgedOn, judgedOn, byRef), seed)
}

const reasons = [
  'The evidence is plain, and people say the same.',
  'Kept for most of the year; the spring of 2020 shows.',
  'There is work here, but too little of it was written down.',
]

/** Members give much the same; now and then one sees it otherwise. */
async function judge(sql: Sql, contractId: string, { standardId }: Pack, place: number): Promise<void> {
  const common = place % 3 === 2 ? 2 : 1
  for (const [n, personId] of [chairId, ...others.map((each) => each.id)].entries()) {
    const grade = usualGrades[(place + n) % 4 === 0 ? common - 1 : common] ?? 'good'
    const better = n === 1 ? 'Publicise what is planned, and use alerts more.' : ''
    const key = { roundId: id, contractId, standardId, personId }
    await saveScore(sql, key, { grade, reason: reasons[(place + n) % 3] ?? '', better, submittedAt: at }, at)
  }
  const decided = { grade: usualGrades[common] ?? 'good', reason: reasons[common] ?? '' }
  await saveModerated(sql, { roundId: id, contractId, standardId, personId: chairId }, decided, at)
}

async function conclude(sql: Sql, contractId: string): Promise<void> {
  const of = { roundId: id, contractId }
  const reason = 'A team that knows its towns and villages and can show it. What it plans could be better known.'
  await saveRating(sql, of, { grade: 'good', reason, ratedOn: judgedOn }, chairId)
  const against = 'The clerk who was missed for half a year should have weighed more.'
  await saveDissent(sql, of, others[1]?.id ?? chairId, against, at)
  for (const each of recommended) await recommend(sql, of, each)
  await movePhase(sql, id, 'closed', judgedOn)
}

const recommended = [
  {
    standardId: 'D-2',
    words: 'Publicise meetings and events more, and earlier.',
    closedBy: 'Events of a quarter advertised on two channels a week before.',
    ownerRole: 'sergeant',
    dueOn: day('2020-10-31'),
    answer: { on: day('2020-07-15'), words: 'Each event now goes out on the website and by alert when it is planned.' },
    done: { on: day('2020-10-20'), words: 'The quarter from July shows it.' },
  },
  {
    standardId: 'D-9',
    words: 'Use alerts more after what worries people.',
    closedBy: 'An alert within a day of each such incident in three months.',
    ownerRole: 'inspector',
    dueOn: day('2020-12-31'),
    answer: { on: day('2020-07-27'), words: 'The duty sergeant drafts an alert before going off duty.' },
    done: { on: day('2020-12-14'), words: 'Eleven incidents, ten alerts within the day.' },
  },
] as const

async function recommend(sql: Sql, of: { roundId: string; contractId: string }, told: (typeof recommended)[number]) {
  const { answer, done, ownerRole, ...rest } = told
  const recommendationId = identityOf('recommendation', told.words)
  const ownerId = fictionalPersonOf(ownerRole)
  await insertRecommendation(sql, { ...of, ...rest, id: recommendationId, ownerId }, at, chairId)
  const steps = [
    { step: 'answered', by: ownerId, ...answer },
    { step: 'closure proposed', by: ownerId, ...done },
    { step: 'closure accepted', by: chairId, on: done.on, words: 'We looked at it and agree.' },
  ] as const
  for (const [n, { step, by, on, words }] of steps.entries()) {
    const taken = { id: identityOf(recommendationId, step), recommendationId, step, words, takenOn: on }
    await insertStep(sql, taken, instantAt(on, `${10 + n}:00`, 'Europe/London'), by)
  }
}
