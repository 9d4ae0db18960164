import type { Team } from '#areas/area.ts'
import { z } from 'zod'
import { contactFacets, waysOfContact } from '#network/contact.ts'
import type { Met } from '#network/contacts.sql.ts'
import type { PersonDue } from './due.sql.ts'

/** Days ahead that a phone knows of: whoever is due later is looked up at the desk. */
export const daysAhead = 7

/** The most people that a phone keeps, since a phone can be lost. */
export const mostDue = 30

type Knows = {
  readonly personId: string
  readonly team: Team | null
  readonly people: readonly PersonDue[]
  readonly today: string
  /** Contacts that a phone still holds, of people who have been erased. */
  readonly erased: readonly Met[]
}

/** What a phone keeps of whom to call, sealed, with the lists of its form; `person` says for whom it was asked. */
export const dueOf = ({ personId, team, people, today, erased }: Knows) => ({
  person: personId,
  team: team && { id: team.id, name: team.name },
  today,
  people,
  isCut: people.length === mostDue,
  ways: waysOfContact,
  facets: contactFacets,
  forget: erased.map(({ relationshipId, on }) => `${relationshipId}.${on}`),
})

const held = z.tuple([z.uuid(), z.iso.date()])

/** Contacts that a phone asks about, by relationship and day (`id.2026-03-14`), at most 50; what has not that shape is left out. */
export const readHeld = (asked: string): readonly Met[] =>
  asked
    .split(',')
    .slice(0, 50)
    .flatMap((one) => {
      const read = held.safeParse(one.split('.'))
      return read.success ? [{ relationshipId: read.data[0], on: read.data[1] }] : []
    })
