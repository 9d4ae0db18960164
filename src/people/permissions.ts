import type { Role } from '#people/person.ts'
import { isRole } from '#people/person.ts'
import type { Guard } from '#platform/http/routes.ts'
import type { Visit, Visitor } from '#platform/http/visit.ts'

/** Which roles may do what: the only place that says so. */
export const permissions = {
  'record engagements': ['pcso', 'sergeant', 'inspector', 'neo', 'volunteer', 'administrator'],
  'keep in touch': ['pcso', 'sergeant', 'inspector', 'neo', 'administrator'],
  'manage the network': ['sergeant', 'inspector', 'neo', 'administrator'],
  'manage schools': ['inspector', 'neo', 'administrator'],
  'see the councils of a force': ['inspector', 'neo', 'administrator'],
  'name an inspector': ['inspector', 'administrator'],
  'see sensitive facts': ['sergeant', 'inspector', 'neo'],
  'see who read sensitive facts': ['inspector', 'administrator'],
  'work on priorities': ['pcso', 'sergeant', 'inspector', 'neo', 'administrator'],
  'set priorities': ['sergeant', 'inspector', 'administrator'],
  'correct evidence': ['sergeant', 'inspector', 'neo', 'administrator'],
  'import evidence': ['sergeant', 'inspector', 'neo', 'administrator'],
  'import crime': ['inspector', 'neo', 'force-lead', 'administrator'],
  'load boundaries': ['administrator'],
  'see the silence map': ['pcso', 'sergeant', 'inspector', 'neo', 'volunteer', 'smt', 'force-lead', 'administrator'],
  'compare with crime': ['sergeant', 'inspector', 'neo', 'administrator'],
  'exchange with Niche': ['sergeant', 'inspector', 'neo', 'administrator'],
  'exchange a force with Niche': ['inspector', 'neo', 'administrator'],
  'import contracts': ['sergeant', 'inspector', 'administrator'],
  'see this week': ['pcso', 'sergeant', 'inspector', 'neo', 'volunteer', 'smt', 'force-lead', 'administrator'],
  'see the force calendar': ['inspector', 'neo', 'smt', 'force-lead', 'administrator'],
  'set advertising': ['force-lead', 'administrator'],
  'load frameworks': ['administrator', 'force-lead'],
  'see the outbox': ['administrator'],
  'offer tasks': ['sergeant', 'inspector', 'neo', 'administrator'],
  'take tasks': ['volunteer'],
  'hand over': ['sergeant', 'inspector', 'administrator'],
  'manage people': ['inspector', 'administrator'],
  'see the NEO’s week': ['neo', 'administrator'],
  'check the public page': ['pcso', 'sergeant', 'inspector', 'neo', 'volunteer', 'administrator'],
  'keep the public page': ['sergeant', 'inspector', 'neo', 'administrator'],
  'agree to show officers': ['sergeant', 'inspector'],
  'keep what the force says': ['force-lead', 'administrator'],
  'write for the page': ['pcso', 'sergeant', 'inspector', 'neo', 'volunteer', 'administrator'],
  'publish on the page': ['sergeant', 'inspector', 'neo', 'administrator'],
  'assign a page keeper': ['sergeant', 'inspector', 'administrator'],
  'dip-check pages': ['inspector', 'smt', 'force-lead', 'administrator'],
  'set dip-check questions': ['force-lead', 'administrator'],
  'see a contract’s year': ['sergeant', 'inspector', 'neo', 'smt', 'force-lead', 'opcc', 'administrator'],
  'write contracts': ['sergeant', 'inspector'],
  'sign contracts': ['inspector'],
  'endorse contracts': ['smt'],
  'publish contracts': ['inspector', 'smt', 'force-lead'],
  'rate contracts': ['opcc'],
  'sit on the panel': ['opcc'],
  'answer recommendations': ['sergeant', 'inspector'],
  'read the panel’s letter': ['pcso', 'sergeant', 'inspector', 'neo', 'smt', 'force-lead', 'opcc'],
  'convene community panels': ['opcc', 'force-lead'],
  'tell community panels': ['sergeant', 'inspector', 'neo'],
  'watch teams': ['opcc'],
  'read notes to teams': ['sergeant', 'inspector', 'neo', 'smt', 'force-lead', 'opcc'],
  'answer notes to teams': ['sergeant', 'inspector'],
  'judge contracts': ['opcc', 'community-panel', 'smt'],
} as const satisfies Readonly<Record<string, readonly Role[]>>

export type Permission = keyof typeof permissions

type Reach = 'own team' | 'own force' | 'every force'

/** How far each role's permissions go. */
const reachOf: Readonly<Record<Role, Reach>> = {
  pcso: 'own team',
  sergeant: 'own team',
  volunteer: 'own team',
  inspector: 'own force',
  neo: 'own force',
  smt: 'own force',
  'force-lead': 'own force',
  opcc: 'own force',
  'community-panel': 'own force',
  administrator: 'every force',
}

/** Lets in those whose role has the permission and whose reach covers the `:force` and `:team` of the address. */
export const may = (permission: Permission): Guard => ({
  name: `may ${permission}`,
  allows: ({ person, params }) => person !== null && isAllowed(person, permission, params),
})

/** Lets in everybody who is signed in, whatever their role. */
export const anybodySignedIn: Guard = { name: 'anybody signed in', allows: ({ person }: Visit) => person !== null }

/** Whether a person may do something there; `place` names a force, a team's slug, both or neither. */
export function isAllowed(person: Visitor, permission: Permission, place: Place = {}): boolean {
  const allowed: readonly Role[] = permissions[permission]
  return person.roles.some((role) => isRole(role) && allowed.includes(role) && covers(person, reachOf[role], place))
}

type Place = { readonly force?: string; readonly team?: string }

/** A team's slug without its force means a team of the person's own force. */
function covers(person: Visitor, reach: Reach, { force, team }: Place): boolean {
  if (reach === 'every force') return true
  if (person.forceId === null || (force !== undefined && force !== person.forceId)) return false
  return reach === 'own force' || team === undefined || `${person.forceId}/${team}` === person.teamId
}
