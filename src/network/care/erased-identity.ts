import { createHmac, randomBytes } from 'node:crypto'
import type { Sql } from '#platform/database/database.ts'
import { foldWords } from '#platform/fold.ts'
import { Refusal } from '#platform/refusal.ts'
import type { KeyIndividual } from '../key-individual.ts'
import { digitsOf } from '../told-patterns.ts'
import { identityKey, isKeptAlready, marksKnown, removeMarks, saveMarks } from './erased-identities.sql.ts'

/** What somebody is known again by. */
export type Identity = Pick<KeyIndividual, 'name' | 'email' | 'telephone'>

/**
 * Which of these people had what a force held about them erased, in the order given: by the same name and e-mail address,
 * or the same name and telephone, or the bare name where nothing else is known of either.
 */
export async function erasedAmong(sql: Sql, forceId: string, people: readonly Identity[]): Promise<readonly boolean[]> {
  if (people.length === 0) return []
  const key = await identityKey(sql, randomBytes(32))
  const marks = people.map((person) => marksOf(person, key).map((mark) => mark.toString('hex')))
  const known = new Set(await marksKnown(sql, forceId, marks.flat()))
  return marks.map((own) => own.some((mark) => known.has(mark)))
}

/** Whether what a force held about this person was erased. */
export async function wasErased(sql: Sql, forceId: string, person: Identity): Promise<boolean> {
  const [erased = false] = await erasedAmong(sql, forceId, [person])
  return erased
}

/** Throws a Refusal (409) where somebody who was erased would be added as new. */
export async function refuseErased(sql: Sql, person: KeyIndividual): Promise<void> {
  if (await isKeptAlready(sql, person.id)) return
  if (await wasErased(sql, person.forceId, person))
    throw new Refusal(
      'What was held about this person was erased, so they are not added again. If they themselves ask to be kept in touch with, ' +
        'say so first under “Network”, “Records to look at”, “Somebody who was erased comes back”.',
      409,
    )
}

/** All that one person is known by: the records of theirs that were merged may have said different things. */
export type Known = {
  readonly name: readonly string[]
  readonly email: readonly string[]
  readonly telephone: readonly string[]
}

/** Each name with each address and number, since a list may still tell of them in any of these ways. */
export const identitiesOf = ({ name, email, telephone }: Known): Identity[] =>
  [...new Set(name)].flatMap((one) => [
    ...[...new Set(email)].map((way) => ({ name: one, email: way, telephone: null })),
    ...[...new Set(telephone)].map((way) => ({ name: one, email: null, telephone: way })),
  ])

/** Remembers people who are being erased, by marks that nobody can read a name from. */
export async function rememberErased(sql: Sql, forceId: string, people: readonly Identity[]): Promise<void> {
  const key = await identityKey(sql, randomBytes(32))
  await saveMarks(
    sql,
    forceId,
    people.flatMap((person) => marksOf(person, key)),
  )
}

/** Forgets that somebody was erased; answers whether they were. */
export async function forgetErased(sql: Sql, forceId: string, person: Identity): Promise<boolean> {
  const key = await identityKey(sql, randomBytes(32))
  return (await removeMarks(sql, forceId, marksOf(person, key))) > 0
}

function marksOf({ name, email, telephone }: Identity, key: Buffer): Buffer[] {
  const ways = [
    ...(email === null || email === '' ? [] : [`e-mail ${email.trim().toLowerCase()}`]),
    ...(telephone === null || digitsOf(telephone) === '' ? [] : [`telephone ${digitsOf(telephone)}`]),
  ]
  return (ways.length === 0 ? ['nothing else'] : ways).map((way) =>
    createHmac('sha256', key)
      .update(`${foldWords(name)}\n${way}`)
      .digest(),
  )
}
