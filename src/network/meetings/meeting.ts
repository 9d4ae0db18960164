import type { Fact } from '#ledger/evidence.ts'
import type { Day } from '#platform/day.ts'
import type { OrganisationKind } from '../organisation.ts'

export const waysToTakePart = ['there', 'written report', 'nobody'] as const
/** How we took part in a meeting: in person, by a report handed in, or not at all. */
export type TakingPart = (typeof waysToTakePart)[number]

/** A meeting of an organisation that a team keeps in touch with, or (without one) of the sergeants of a force. */
export type Meeting = {
  /** Chosen by whoever plans or records it: the same meeting sent twice is kept once. */
  readonly id: string
  readonly teamId: string
  readonly organisationId: string | null
  readonly title: string
  readonly heldOn: Day
  readonly state: 'planned' | 'held' | 'withdrawn'
  /** Null until somebody said what happened. */
  readonly came: TakingPart | null
  readonly withNeo: boolean
  /** The clerk of the council was there. */
  readonly withClerk: boolean
  /** The sergeants gave its first hour to the Neighbourhood Engagement Officers (R41). */
  readonly firstHourWithNeos: boolean
  /** What was said and agreed; never in the ledger. */
  readonly minutes: string
  /** Those of the force who were there. */
  readonly personIds: readonly string[]
}

/** Something a meeting agreed, with its owner: one of ours, or a partner in words. */
export type MeetingAction = {
  readonly id: string
  readonly meetingId: string
  readonly teamId: string
  readonly words: string
  readonly ownerId: string | null
  readonly partner: string | null
  readonly dueOn: Day
}

/** How the sergeants of a force call their own day in an address or a form, where others name an organisation. */
export const sergeantsDay = 'sergeants'
/** The sergeants meet every quarter (R41). */
export const sergeantsMeetEvery = 'P3M'

/** Kinds of organisation whose meetings a team goes to. */
// prettier-ignore
export const meetingKinds: readonly OrganisationKind[] = ['council', 'parish', 'partnership', 'neighbouring force',
  'safer schools team', 'watch scheme', 'councillor advocates', 'community group', 'charity', 'business', 'faith group', 'school']

/** A written report stands for attendance at a council alone, since only there is it promised (R38). */
export const takesReports = (kind: OrganisationKind | null): boolean => kind === 'council' || kind === 'parish'

/** Who was met, as the ledger names them; the clerk (null) where they were not there. */
export type MetAt = { readonly subjectId: string | null; readonly clerkSubjectId: string | null }

/**
 * What a meeting is evidence of (R19, R21, R22, R37, R38, R41, R42): that we were there, or that a council had our report in
 * writing. Being there is a contact too (D3.1), with the body and with its clerk if they were there (R39); a report, which goes
 * one way, is none. Nothing where nobody came.
 */
export function evidenceOfMeeting(meeting: Meeting, { subjectId, clerkSubjectId }: MetAt): readonly Fact[] {
  const { id, heldOn, came, withNeo, firstHourWithNeos } = meeting
  if (came === null || came === 'nobody') return []
  const about = `meeting/${id}`
  const attended: Fact = {
    kind: 'meeting attended',
    happenedOn: heldOn,
    subjects: subjectId === null ? [] : [subjectId],
    facets: {
      'written report': came === 'written report',
      'with NEO': withNeo,
      'first hour with NEOs': firstHourWithNeos,
    },
    about,
    source: about,
  }
  if (came === 'written report' || subjectId === null) return [attended]
  const subjects = clerkSubjectId === null ? [subjectId] : [subjectId, clerkSubjectId]
  const facets = { how: 'meeting', 'with NEO': withNeo }
  return [attended, { kind: 'contact made', happenedOn: heldOn, subjects, facets, about, source: about }]
}
