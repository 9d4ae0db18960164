import { randomUUID } from 'node:crypto'
import type { TestContext } from 'node:test'
import { dayTyped } from '#network/typed-parts.ts'
import { day } from '#platform/day.ts'
import { decided, panel, score } from './panel.ts'

/** A closed round that recommended something to West: to be answered by 21 December 2026 and done by 1 February 2027. */
export async function recommended(t: TestContext) {
  const desk = await panel(t)
  const { as, chair, open, one } = desk
  const sergeant = await as('sergeant', 'dorset/west')
  await open()
  await chair.send(`${one}/begin-scoring`, {})
  for (const slug of ['west', 'east']) await chair.send(`${one}/${slug}/standards/D-2`, score)
  await chair.send(`${one}/begin-moderation`, {})
  for (const slug of ['west', 'east']) {
    await chair.send(`${one}/${slug}/standards/D-2/moderate`, decided)
    await chair.send(`${one}/${slug}/rating`, { grade: 'fair', reason: 'So-so' })
  }
  const id = randomUUID()
  const told = { id, standardId: 'D-2', words: 'Be there', closedBy: 'Six events', ownerId: sergeant.id }
  await chair.send(`${one}/west/recommendations`, { ...told, ...asked('dueOn', '2027-02-01') })
  await chair.send(`${one}/close`, {})
  const list = '/desk/dorset/west/recommendations'
  return { ...desk, sergeant, recommendationId: id, list, follow: `${list}/${id}` }
}

/** A day as the three boxes of a form send it. */
export const asked = (name: string, on: string): Record<string, string> =>
  Object.fromEntries(Object.entries(dayTyped(name, day(on))).map(([field, typed]) => [field, String(typed)]))
