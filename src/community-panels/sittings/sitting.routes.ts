import { randomUUID } from 'node:crypto'
import { findAppearance } from '#areas/appearance/appearances.sql.ts'
import { may } from '#people/permissions.ts'
import { transaction, type Sql } from '#platform/database/database.ts'
import { typed, type FieldErrors, type FormValues } from '#platform/form.ts'
import { redirect, shown, type Answer } from '#platform/http/answers.ts'
import { orAgain } from '#platform/http/or-again.ts'
import { get, post, type Route } from '#platform/http/routes.ts'
import type { Visit } from '#platform/http/visit.ts'
import { firstLanguage } from '#platform/language/language.ts'
import { absoluteAddress } from '#platform/page.ts'
import { Refusal } from '#platform/refusal.ts'
import { closeSitting } from './close-sitting.ts'
import { packsJudged } from '../pack/packs-judged.ts'
import { recordSitting } from './record-sitting.ts'
import { decideDissent } from '../own-words/decide-dissent.ts'
import { inviteMember, renewLink, revokeLink } from '../members/invite-member.ts'
import { membersOf } from '../members/members.sql.ts'
import { recordPage } from './record.page.ts'
import { readLinkId, readMember } from '../members/member.form.ts'
import { readDecision } from '../own-words/own-words.form.ts'
import { communities, readRecord } from './record.form.ts'
import { sittingPage } from './sitting.page.ts'
import { agendaOf } from '../verdict/agenda.ts'
import type { SittingShown } from './sitting-shown.ts'
import type { Sitting } from './sitting.ts'
import { convenerDeskAt, sittingOf, type ConvenerDesk } from './sitting-at.ts'
import { contractsOf } from './sittings.sql.ts'
import { attendanceOf } from './record.sql.ts'
import { dissentsOf } from '../own-words/dissents.sql.ts'
import { votersOf } from '../votes/votes.sql.ts'

const one = '/desk/:force/sittings/:sitting'
const convenes = may('convene community panels')

/** One sitting at the desk: its agenda, members, what came in, and its end. */
export const sittingRoutes: readonly Route[] = [
  get(one, convenes, (visit) => showSitting(visit, {})),
  post(`${one}/members`, convenes, takeMember),
  post(`${one}/members/:member/link`, convenes, takeLink),
  post(`${one}/members/:member/end`, convenes, (visit) =>
    step(visit, (sql, { convener, sitting }) =>
      revokeLink(sql, { sittingId: sitting.id, memberId: visit.params['member'] ?? '' }, convener),
    ),
  ),
  post(`${one}/dissent/:dissent`, convenes, takeDecision),
  get(`${one}/record`, convenes, (visit) => showRecord(visit, null)),
  post(`${one}/record`, convenes, takeRecord),
  post(`${one}/close`, convenes, takeClosing),
]

type At = ConvenerDesk & { readonly sitting: Sitting }

async function sittingAt(visit: Visit): Promise<At> {
  const desk = await convenerDeskAt(visit)
  return { ...desk, sitting: await sittingOf(visit.db, desk.force.id, visit.params['sitting'] ?? '') }
}

type Again = Partial<Pick<SittingShown, 'values' | 'errors' | 'refused' | 'given'>>

async function showSitting(visit: Visit, again: Again) {
  const { db, site } = visit
  const { force, today, sitting } = await sittingAt(visit)
  const contracts = await contractsOf(db, sitting.id)
  const voters = await votersOf(db, sitting.id)
  const [members, attendance, dissents, agenda, appearance] = await Promise.all([
    membersOf(db, sitting.id),
    attendanceOf(db, sitting.id),
    dissentsOf(db, sitting.id),
    agendaOf(db, sitting, { contracts, voters }, { now: visit.now, timeZone: force.timeZone }),
    findAppearance(db, force.id),
  ])
  const begun = { values: {}, errors: {}, refused: null, given: null, ...again }
  const newIds = { member: typed(begun.values, 'id') || randomUUID(), link: randomUUID() }
  const languages = appearance?.languages ?? [firstLanguage]
  const told = { contracts, voters, members, attendance, dissents, agenda, languages, newIds }
  return sittingPage({ site, force, today, sitting, ...told, ...begun })
}

/** What an action made of the page: a whole address to be given by hand, or nothing. */
type Act = (sql: Sql, at: At) => Promise<string | null | void>

/** Does something with the sitting; where it is not possible now (409) or wants a word more (422), the page says why. */
async function step(visit: Visit, act: Act, values: FormValues = {}): Promise<Answer> {
  const at = await sittingAt(visit)
  let path: string | null | void
  try {
    path = await transaction(visit.db, (sql) => act(sql, at))
  } catch (fault) {
    if (!(fault instanceof Refusal) || (fault.status !== 409 && fault.status !== 422)) throw fault
    return shown(await showSitting(visit, { values, refused: fault.message }), fault.status)
  }
  if (typeof path === 'string') return showSitting(visit, { given: absoluteAddress(visit.site, path) })
  return redirect(`/desk/${at.force.id}/sittings/${at.sitting.id}`)
}

/** The whole address of the site, without a slash at its end. */
const siteOf = (visit: Visit): string => absoluteAddress(visit.site, '/').replace(/\/$/, '')

async function mistaken(visit: Visit, errors: FieldErrors): Promise<Answer> {
  return shown(await showSitting(visit, { values: visit.form, errors }), 422)
}

async function takeMember(visit: Visit): Promise<Answer> {
  const read = readMember(visit.form)
  if (!read.ok) return mistaken(visit, read.errors)
  const { linkId, ...member } = read.value
  const making = { linkId, site: siteOf(visit) }
  return step(visit, (sql, { sitting, convener }) =>
    inviteMember(sql, { ...member, sittingId: sitting.id }, making, convener),
  )
}

async function takeLink(visit: Visit): Promise<Answer> {
  const read = readLinkId(visit.form)
  if (!read.ok) throw new Refusal('Open the sitting again.', 422)
  const making = { ...read.value, site: siteOf(visit) }
  return step(visit, (sql, { sitting, convener }) =>
    renewLink(sql, { sittingId: sitting.id, memberId: memberAt(visit) }, making, convener),
  )
}

const memberAt = (visit: Visit): string => visit.params['member'] ?? ''

async function takeDecision(visit: Visit): Promise<Answer> {
  const id = visit.params['dissent'] ?? ''
  const field = (name: string) => typed(visit.form, `${name}-${id}`)
  const read = readDecision({ decision: field('decision'), reason: field('reason') })
  if (!read.ok)
    return mistaken(
      visit,
      Object.fromEntries(Object.entries(read.errors).map(([name, words]) => [`${name}-${id}`, words])),
    )
  return step(visit, (sql, { sitting, convener }) =>
    decideDissent(sql, { ...read.value, id, seal: field('seal'), sittingId: sitting.id }, convener),
  )
}

type RecordAgain = { readonly values: FormValues; readonly errors: FieldErrors; readonly refused: string | null }

async function showRecord(visit: Visit, again: RecordAgain | null) {
  const { force, sitting } = await sittingAt(visit)
  const attendance = await attendanceOf(visit.db, sitting.id)
  const people = communities.map((community, n): [string, string] => [
    `people-${n}`,
    String(attendance.find((each) => each.community === community)?.people ?? ''),
  ])
  const begun = { values: { ...Object.fromEntries(people), minutes: sitting.minutes }, errors: {}, refused: null }
  return recordPage({ site: visit.site, force, sitting, ...(again ?? begun) })
}

async function takeRecord(visit: Visit): Promise<Answer> {
  const { force, sitting, convener } = await sittingAt(visit)
  const read = readRecord(visit.form)
  const values = visit.form
  if (!read.ok) return shown(await showRecord(visit, { values, errors: read.errors, refused: null }), 422)
  return orAgain(
    async () => {
      await transaction(visit.db, (sql) => recordSitting(sql, sitting.id, read.value, convener))
      return `/desk/${force.id}/sittings/${sitting.id}`
    },
    (refused) => showRecord(visit, { values, errors: {}, refused }),
  )
}

/** What the sitting judged is worked out before its transaction begins. */
async function takeClosing(visit: Visit): Promise<Answer> {
  const { sitting, convener } = await sittingAt(visit)
  const judged = await packsJudged(visit.db, sitting, { now: convener.at, timeZone: convener.timeZone })
  return step(visit, (sql) => closeSitting(sql, sitting.id, judged, convener))
}
