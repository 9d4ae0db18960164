import { randomUUID } from 'node:crypto'
import { agreeLevel } from '#network/agree-level.ts'
import { appointToPost } from '#network/appoint-to-post.ts'
import type { Contact } from '#network/contact.ts'
import { keepKeyIndividual } from '#network/keep-key-individual.ts'
import { keepOrganisation } from '#network/keep-organisation.ts'
import { logContact } from '#network/log-contact.ts'
import { relationshipWith } from '#network/relationships.sql.ts'
import { transaction, type Database, type Sql } from '#platform/database/database.ts'
import { day } from '#platform/day.ts'
import { individual, keeperOf, organisation } from './network.ts'

/** Ids that are the same in each database, as they are in a copy of one. */
export const caredFor = '00000000-0000-4000-8000-00000000000a'

/** What may be found nowhere once somebody was erased. */
export const theirs = [
  'Zephyrine',
  'Quillfeather',
  'zephyrine@',
  '01305 998877',
  'Larkspur',
  'Esperanto',
  'Wintergreen Party',
  'xylophone',
]

/** A key individual who speaks for farmers and is the clerk of a council, with contacts in both, all of it full of their words. */
export async function keepSomebody(db: Database, personId: string, at: Date) {
  const keeper = keeperOf(personId, new Date(at.getTime() - 40 * 24 * 60 * 60_000))
  return transaction(db, async (sql) => {
    const told = {
      id: caredFor,
      name: 'Zephyrine Quillfeather',
      email: 'zephyrine@example.org',
      telephone: '01305 998877',
      address: '1 Larkspur Lane',
      languages: ['Esperanto'],
      tags: ['xylophone'],
      speaksFor: 'farmers of Bridport',
    }
    const person = await keepKeyIndividual(sql, individual(told, at), keeper)
    const council = await keepOrganisation(sql, organisation({}), keeper)
    const since = day('2026-11-01')
    const party = 'Wintergreen Party'
    const held = {
      id: randomUUID(),
      organisation: council,
      role: 'clerk' as const,
      ward: '',
      keyIndividualId: person.id,
      party,
      since,
    }
    const post = await appointToPost(sql, held, keeper)
    const own = await contact(
      sql,
      person.subjectId ?? '',
      { heard: 'Zephyrine saw a xylophone', promised: 'Tell Quillfeather' },
      personId,
      at,
    )
    const asClerk = await contact(
      sql,
      post.subjectId ?? '',
      { voiced: 'Quillfeather will ask the council' },
      personId,
      at,
    )
    const before = { voiced: 'Said to somebody before', madeOn: day('2026-10-20') }
    const asClerkBefore = await contact(sql, post.subjectId ?? '', before, personId, at)
    return { person, council, post, own, asClerk, asClerkBefore }
  })
}

async function contact(
  sql: Sql,
  subjectId: string,
  told: Partial<Contact>,
  personId: string,
  at: Date,
): Promise<string> {
  const line = await relationshipWith(sql, 'dorset/west-dorset', subjectId)
  if (!line) throw new Error('no such relationship')
  const keeper = keeperOf(personId, at)
  if (line.every === null)
    await agreeLevel(sql, line, { every: 'P1M', on: day('2026-11-02'), with: 'us alone' }, keeper)
  const made: Contact = {
    id: randomUUID(),
    relationshipId: line.id,
    teamId: 'dorset/west-dorset',
    madeOn: day('2026-11-10'),
    how: 'telephone',
    heard: '',
    voiced: '',
    promised: '',
    promisedBy: told.promised === undefined ? null : day('2026-12-01'),
    facets: [],
    ...told,
  }
  await logContact(sql, made, line, keeper)
  return made.id
}

/** Every table of a database in which one of the words stands, with the word; the whole of each row is read as text. */
export async function tablesWith(db: Database, words: readonly string[]): Promise<readonly string[]> {
  const tables = await db<{ name: string }[]>`
    select table_name as name from information_schema.tables where table_schema = 'public' and table_type = 'BASE TABLE' order by 1`
  const found: string[] = []
  for (const { name } of tables)
    for (const word of words) {
      const [row] = await db`select 1 as one from ${db(name)} t where t::text ilike ${`%${word}%`} limit 1`
      if (row) found.push(`${name}: ${word}`)
    }
  return found
}
