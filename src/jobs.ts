import { allForces, findTeamById } from '#areas/areas.sql.ts'
import { contractsInForce } from '#contracts/contracts.sql.ts'
import { forgetFollowers, tellFollowers } from '#followers/tell-followers.ts'
import { forgetOver } from '#engagements/planned/forget-over.ts'
import { escalateOverdue } from '#assessments/follow-up/escalate-overdue.ts'
import { forgetMembers } from '#community-panels/members/forget-members.ts'
import { frameworkOfContract } from '#frameworks/known-frameworks.ts'
import { remindOfNotes } from '#monitoring/notes/remind-of-notes.ts'
import { remindOfYear } from '#monitoring/reminders/remind-of-year.ts'
import { findLapses } from '#monitoring/watch/find-lapses.ts'
import { remindOfReviews } from '#network/care/review-record.ts'
import { dropStaleImports } from '#network/exchange/imports.sql.ts'
import { forgetMerged } from '#network/merging/forget-merged.ts'
import { forgetConcernAddresses } from '#priorities/raised/say-not-fixed.ts'
import { deleteExpiredSessions } from '#people/people.sql.ts'
import { lookAfterOwners } from '#network/handover/look-after-owners.ts'
import { remindOfDue } from '#network/reminders/remind-of-due.ts'
import type { Database } from '#platform/database/database.ts'
import { dayAt } from '#platform/day.ts'
import type { Job } from '#platform/jobs.ts'
import { addressesKept } from '#platform/mail/mail.ts'
import { forgetAddresses } from '#platform/mail/mail.sql.ts'
import type { Outbox } from '#platform/mail/open-outbox.ts'
import { refreshStandings } from '#standings/keep-standings.ts'
import { tellDue } from '#web-pages/editing/tell-shown.ts'
import { endKeepersGone } from '#web-pages/keepers/assign-keeper.ts'

/** The public address, for links in mails; no outbox where nobody has said by which server mail goes out. */
export type JobSettings = { readonly site: string; readonly outbox: Outbox | null }

/**
 * Work done aside: standings are kept ready when evidence arrives and when a day begins; those who follow an event are told of
 * its changes; mail goes out; sessions that are over and addresses that nobody needs any more go.
 */
export const jobsOf = (database: Database, { site, outbox }: JobSettings): readonly Job[] => [
  { name: 'keep-standings', run: (chain) => keepStandings(database, chain) },
  { name: 'begin-the-day', every: '5 * * * *', run: () => keepStandings(database, null) },
  {
    name: 'forget-old-sessions',
    every: '40 3 * * *',
    run: async () => void (await deleteExpiredSessions(database, new Date())),
  },
  {
    name: 'tell-followers',
    every: '* * * * *',
    run: async () => void (await tellFollowers(database, { at: new Date(), site })),
  },
  {
    name: 'remind-of-reviews',
    every: '20 6 * * 1',
    run: async () => void (await remindOfReviews(database, { at: new Date(), site })),
  },
  {
    name: 'remind-of-due',
    every: '10 6 * * *',
    run: async () => void (await remindOfDue(database, { at: new Date(), site })),
  },
  {
    name: 'escalate-overdue',
    every: '15 6 * * *',
    run: async () => void (await escalateOverdue(database, { at: new Date(), site })),
  },
  {
    name: 'remind-of-year',
    every: '25 6 * * *',
    run: async () => void (await remindOfYear(database, { at: new Date(), site })),
  },
  {
    name: 'remind-of-notes',
    every: '30 6 * * *',
    run: async () => void (await remindOfNotes(database, { at: new Date(), site })),
  },
  { name: 'find-lapses', every: '35 6 * * *', run: () => lookForLapses(database, site) },
  { name: 'tell-shown', every: '* * * * *', run: () => followTheClock(database, new Date()) },
  {
    name: 'end-page-keepers',
    every: '25 3 * * *',
    run: async () => void (await endKeepersGone(database, new Date())),
  },
  ...(outbox === null ? [] : [{ name: 'send-mail', every: '* * * * *', run: () => outbox.send() }]),
  {
    name: 'look-after-owners',
    every: '20 3 * * *',
    run: async () => void (await lookAfterOwners(database, new Date())),
  },
  {
    name: 'forget-merged',
    every: '35 3 * * *',
    run: async () => void (await forgetMerged(database, new Date())),
  },
  {
    name: 'forget-files',
    every: '30 * * * *',
    run: async () => void (await dropStaleImports(database, new Date())),
  },
  {
    name: 'forget-members',
    every: '45 3 * * *',
    run: async () => void (await forgetMembers(database, { at: new Date(), site })),
  },
  { name: 'forget-addresses', every: '50 3 * * *', run: () => forgetWhoIsNotTold(database, new Date()) },
]

/** What lapsed is told from the standings of the day. */
async function lookForLapses(database: Database, site: string): Promise<void> {
  await keepStandings(database, null)
  await findLapses(database, { at: new Date(), site })
}

/** What is shown from a minute on, and what is over by then. */
async function followTheClock(database: Database, now: Date): Promise<void> {
  await tellDue(database, now)
  await forgetOver(database, now)
}

async function forgetWhoIsNotTold(database: Database, now: Date): Promise<void> {
  await forgetFollowers(database, now)
  await forgetConcernAddresses(database, now)
  await forgetAddresses(database, new Date(now.getTime() - addressesKept), now)
}

/** Of one team, of one force (its own chain grew), or of all. Those that are kept already cost one query each. */
async function keepStandings(database: Database, chain: string | null): Promise<void> {
  const team = chain === null ? null : await findTeamById(database, chain)
  const forces = (await allForces(database)).filter(({ id }) => chain === null || id === (team?.forceId ?? chain))
  const now = new Date()
  for (const force of forces) {
    const today = dayAt(now, force.timeZone)
    for (const contract of await contractsInForce(database, force.id, today)) {
      if (team && contract.teamId !== team.id) continue
      const framework = await frameworkOfContract(database, contract.frameworkId)
      await refreshStandings(database, { contract, framework, forceId: force.id }, today, now)
    }
  }
}
