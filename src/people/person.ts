import type { Visitor } from '#platform/http/visit.ts'

export const roles = [
  'pcso',
  'sergeant',
  'inspector',
  'neo',
  'volunteer',
  'smt',
  'force-lead',
  'opcc',
  'community-panel',
  'administrator',
] as const

/** What a person does here; each has exactly one. */
export type Role = (typeof roles)[number]

/** Somebody who may sign in; a fictional one only on a demonstration database, and without a password. */
export type Person = {
  readonly id: string
  readonly name: string
  readonly role: Role
  readonly forceId: string | null
  /** As `dorset/west-dorset`, which begins with the force's id. */
  readonly teamId: string | null
  readonly fictional: boolean
}

/** Each role as it is written on a page. */
export const roleInWords: Readonly<Record<Role, string>> = {
  pcso: 'Police community support officer (PCSO)',
  sergeant: 'Sergeant',
  inspector: 'Inspector',
  neo: 'Neighbourhood Engagement Officer (NEO)',
  volunteer: 'Volunteer',
  smt: 'Senior management (SMT)',
  'force-lead': 'Force lead for engagement',
  opcc: 'OPCC panel member',
  'community-panel': 'Community panel member',
  administrator: 'Administrator',
}

export const isRole = (text: string): text is Role => roles.some((role) => role === text)

/** The person as a visit knows them. */
export const visitorOf = ({ id, name, role, forceId, teamId }: Person): Visitor => ({
  id,
  name,
  roles: [role],
  forceId,
  teamId,
})
