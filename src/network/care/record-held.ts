import type { Role } from '#people/person.ts'
import type { Sql } from '#platform/database/database.ts'
import type { Day } from '#platform/day.ts'
import type { KeyIndividual } from '../key-individual.ts'
import { prioritiesWorkedOnWith } from '../individuals/priority-contacts.sql.ts'
import { findKeyIndividual } from '../key-individuals.sql.ts'
import { postsHeldBy } from '../posts.sql.ts'
import {
  contactsWith,
  countSensitiveFacts,
  doingsAbout,
  impactReviewsOf,
  mailsAbout,
  individualsOf,
  readingsAbout,
  recordReviewsOf,
  relationshipsHeld,
} from './record-held.sql.ts'
import { dueRemindersOf } from '../reminders/due-reminders.sql.ts'
import { sensitiveFactsOf } from './sensitive-facts.sql.ts'
import type { SensitiveFact } from './sensitive-fact.ts'

export type ContactHeld = {
  readonly with: string
  readonly on: Day
  readonly how: string
  readonly alsoWas: readonly string[]
  readonly heard: string
  readonly voiced: string
  readonly promised: string
  readonly promisedBy: Day | null
  readonly promiseKeptOn: Day | null
  readonly answeredOn: Day | null
}

export type RelationshipHeld = {
  readonly id: string
  readonly subjectId: string
  readonly with: string
  readonly every: string | null
  readonly agreedOn: Day | null
  readonly agreedWith: 'both' | 'us alone' | null
  readonly lastContactOn: Day | null
  readonly nextDue: Day | null
  /** By role: who it is at home is nobody's business. */
  readonly ownerRole: Role
  readonly beganOn: Day
  readonly endedOn: Day | null
}

export type PostHeldHere = {
  readonly role: string
  readonly organisation: string
  readonly ward: string
  readonly party: string | null
  readonly since: Day
  readonly until: Day | null
}

/** Everything that is held about one key individual. */
export type RecordHeld = {
  readonly person: KeyIndividual
  readonly posts: readonly PostHeldHere[]
  readonly relationships: readonly RelationshipHeld[]
  readonly contacts: readonly ContactHeld[]
  readonly impactReviews: readonly {
    readonly on: Day
    readonly cameOfIt: string
    readonly worthIt: string
    readonly toChange: string
  }[]
  readonly recordReviews: readonly { readonly on: Day; readonly reason: string; readonly reviewOn: Day }[]
  readonly priorities: readonly { readonly title: string; readonly setOn: Day | null }[]
  /** Null where whoever asks may not see them. */
  readonly sensitiveFacts: readonly SensitiveFact[] | null
  readonly sensitiveFactsHeld: number
  readonly readings: readonly {
    readonly at: Date
    readonly role: Role | null
    readonly purpose: string
    readonly words: string
  }[]
  /** Mails to them, and to whoever keeps in touch with them; not sent where `sentAt` is null. */
  readonly mails: readonly {
    readonly at: Date
    readonly sentAt: Date | null
    readonly subject: string
    readonly toThem: boolean
  }[]
  /** When their owner was reminded, and of which day by which a contact fell due. */
  readonly reminders: readonly { readonly at: Date; readonly dueOn: Day }[]
  readonly doings: readonly { readonly at: Date; readonly verb: string; readonly role: Role | null }[]
}

/** All that a team holds about a key individual, for themselves or for a copy they asked for; null where there is nobody. */
export async function recordHeld(
  sql: Sql,
  { teamId, id }: { readonly teamId: string; readonly id: string },
  { showsSensitive }: { readonly showsSensitive: boolean },
): Promise<RecordHeld | null> {
  const person = await findKeyIndividual(sql, teamId, id)
  if (person === null) return null
  const ids = await individualsOf(sql, person.id)
  const posts = []
  for (const one of ids) posts.push(...(await postsHeldBy(sql, one)))
  return {
    person,
    posts: posts.map(({ role, organisation, ward, party, since, until }) => ({
      role,
      organisation,
      ward,
      party,
      since,
      until,
    })),
    relationships: await relationshipsHeld(sql, ids),
    contacts: await contactsWith(sql, ids),
    impactReviews: await impactReviewsOf(sql, ids),
    recordReviews: await recordReviewsOf(sql, ids),
    priorities: await prioritiesWorkedOnWith(sql, ids),
    sensitiveFacts: showsSensitive ? await sensitiveFactsOf(sql, person.id) : null,
    sensitiveFactsHeld: await countSensitiveFacts(sql, ids),
    readings: await readingsAbout(sql, ids),
    mails: await mailsAbout(sql, ids),
    reminders: await dueRemindersOf(sql, ids),
    doings: await doingsAbout(sql, ids),
  }
}
