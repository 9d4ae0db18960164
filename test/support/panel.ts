import { randomUUID } from 'node:crypto'
import type { TestContext } from 'node:test'
import { dayTyped } from '#network/typed-parts.ts'
import { day } from '#platform/day.ts'
import { roundDayRoutes } from '#assessments/rounds/round-days.routes.ts'
import { followUpRoutes } from '#assessments/follow-up/follow-up.routes.ts'
import { recommendationRoutes } from '#assessments/recommendations/recommendations.routes.ts'
import { roundRoutes } from '#assessments/rounds/rounds.routes.ts'
import { scoringRoutes } from '#assessments/scoring/scoring.routes.ts'
import type { Database } from '#platform/database/database.ts'
import { testDatabase } from './database.ts'
import { deskOf } from './desk.ts'
import { smallForce } from './force.ts'

export const rounds = '/desk/dorset/rounds'
const today = day('2026-11-21')
const days = (on = today): Record<string, string> =>
  Object.assign({}, ...['opensOn', 'scoringOn', 'moderationOn', 'closesOn'].map((name) => dayTyped(name, on)))

/** A panel of three whose first leads, before the contracts of West and East for 2019; of a small force, unless it is there. */
export async function panel(t: TestContext, held: Database | null = null) {
  const db = held ?? (await testDatabase(t))
  if (held === null) await smallForce(db)
  const { as } = await deskOf(
    t,
    [...roundRoutes, ...scoringRoutes, ...recommendationRoutes, ...followUpRoutes, ...roundDayRoutes],
    db,
  )
  const [chair, second, third] = [await as('opcc'), await as('opcc'), await as('opcc')]
  const id = randomUUID()
  const form = {
    id,
    ...days(),
    contracts: 'dorset/west/2019',
    chairId: chair.id,
    grades: 'good\nfair\npoor',
    answerWithin: '30',
  }
  const one = `${rounds}/${id}`
  const open = async (more: Record<string, string> = {}) => {
    const body = new URLSearchParams({ ...form, ...more })
    body.append('contracts', 'dorset/east/2019')
    for (const member of [chair, second, third]) body.append('members', member.id)
    return chair.send(`${rounds}/new?year=2019`, body)
  }
  return { db, as, chair, second, third, id, one, west: `${one}/west`, standard: `${one}/west/standards/D-2`, open }
}

/** A score whose words are found nowhere else. */
export const score = {
  grade: 'poor',
  reason: 'Nobody was ever there: Zanzibar',
  better: 'Be there: Quagga',
  press: 'submit',
}

/** What the panel decides where one member alone has scored. */
export const decided = { grade: 'fair', reason: 'Between', fewWhy: 'The others were ill' }
