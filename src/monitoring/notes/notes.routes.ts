import { randomUUID } from 'node:crypto'
import { teamAt } from '#areas/team-at.ts'
import { contractHeads, findContract } from '#contracts/contracts.sql.ts'
import { isUuid } from '#engagements/is-uuid.ts'
import { frameworkOfContract } from '#frameworks/known-frameworks.ts'
import { dayTyped, idOrNew } from '#network/typed-parts.ts'
import { isAllowed, may } from '#people/permissions.ts'
import { transaction } from '#platform/database/database.ts'
import { addDays, dayAt, within } from '#platform/day.ts'
import type { FieldErrors, FormValues } from '#platform/form.ts'
import { redirect, shown, type Answer } from '#platform/http/answers.ts'
import { get, post, type Route } from '#platform/http/routes.ts'
import type { Visit } from '#platform/http/visit.ts'
import { siteAddress } from '#platform/page.ts'
import { Refusal } from '#platform/refusal.ts'
import { readAgain, readAnswer, readClose, readNote } from './note.form.ts'
import { notePage, type NoteShown } from './note.page.ts'
import { usualClock, type NoteStep, type Side } from './note.ts'
import { notesPage } from './notes.page.ts'
import { findNote, notesTo } from './notes.sql.ts'
import { sayToNote, writeNote, type Writer } from './write-note.ts'

const notes = '/desk/:force/:team/notes'
const [reads, answers, watches] = [may('read notes to teams'), may('answer notes to teams'), may('watch teams')]

/** Notes of the commissioner’s office to teams, and their answers (R49); between the two alone. */
export const noteRoutes: readonly Route[] = [
  get(notes, reads, showNotes),
  post(notes, watches, takeNote),
  get(`${notes}/:id`, reads, (visit) => showNote(visit, {})),
  post(`${notes}/:id/answer`, answers, (visit) => takeStep(visit, 'answered')),
  post(`${notes}/:id/again`, watches, (visit) => takeStep(visit, 'asked again')),
  post(`${notes}/:id/close`, watches, (visit) => takeStep(visit, 'closed')),
]

async function deskAt(visit: Visit) {
  const { force, team } = await teamAt(visit.db, visit.params)
  const allows = (needs: 'watch teams' | 'answer notes to teams') =>
    visit.person !== null && isAllowed(visit.person, needs, visit.params)
  const side: Side | null = allows('watch teams') ? 'office' : allows('answer notes to teams') ? 'team' : null
  return { force, team, side, today: dayAt(visit.now, force.timeZone) }
}

type Desk = Awaited<ReturnType<typeof deskAt>>

const writerOf = ({ person, now, site }: Visit, { force, team, side }: Desk): Writer => ({
  personId: person?.id ?? '',
  side: side ?? 'team',
  at: now,
  timeZone: force.timeZone,
  teamId: team.id,
  teamName: team.name,
  site: siteAddress(site),
})

async function showNotes(visit: Visit): Promise<Answer> {
  const { today } = await deskAt(visit)
  return listPage(visit, { id: randomUUID(), ...dayTyped('answerBy', addDays(today, usualClock)) }, {})
}

async function listPage(visit: Visit, values: FormValues, errors: FieldErrors) {
  const desk = await deskAt(visit)
  const offered = desk.side === 'office' ? await offeredTo(visit, desk) : []
  return notesPage({ ...desk, site: visit.site, notes: await notesTo(visit.db, desk.team.id), offered, values, errors })
}

/** The standards and promises of the contract in force today; none where there is no such contract. */
async function offeredTo({ db }: Visit, { team, today }: Desk) {
  const head = (await contractHeads(db, [team.id])).find(({ span }) => within(span, today))
  const contract = head === undefined ? null : await findContract(db, team.id, head.year)
  if (contract === null) return []
  const { standards } = await frameworkOfContract(db, contract.frameworkId)
  const named = [
    ...standards.map(({ id, title }) => ({ value: id, words: `${id} ${title}` })),
    ...contract.commitments.map(({ ref, text }) => ({ value: ref, words: `${ref} ${text}` })),
  ]
  return named.map(({ value, words }) => ({ value, words: words.length > 60 ? `${words.slice(0, 58)} …` : words }))
}

async function takeNote(visit: Visit): Promise<Answer> {
  const desk = await deskAt(visit)
  const refs = (await offeredTo(visit, desk)).map(({ value }) => value)
  const read = readNote(visit.form, refs, desk.today)
  if (!read.ok) return shown(await listPage(visit, { ...visit.form, id: idOrNew(visit.form) }, read.errors), 422)
  await transaction(visit.db, (sql) => writeNote(sql, read.value, writerOf(visit, desk)))
  return redirect(`/desk/${desk.team.id}/notes`)
}

async function noteAt(visit: Visit) {
  const desk = await deskAt(visit)
  const id = visit.params['id'] ?? ''
  const note = isUuid(id) ? await findNote(visit.db, desk.team.id, id) : null
  if (note === null) throw new Refusal('There is no such note to this team.', 404)
  return { ...desk, note }
}

async function showNote(visit: Visit, again: Partial<Pick<NoteShown, 'sent' | 'refused'>>) {
  const { team, side, today, note } = await noteAt(visit)
  const begun = dayTyped('answerBy', addDays(today, usualClock))
  const ids = { answered: randomUUID(), 'asked again': randomUUID(), closed: randomUUID() }
  const kept = again.sent ? { ...ids, [again.sent.step]: idOrNew(visit.form) } : ids
  return notePage({ site: visit.site, team, side, today, note, begun, ids: kept, sent: null, refused: null, ...again })
}

async function takeStep(visit: Visit, step: NoteStep): Promise<Answer> {
  const desk = await noteAt(visit)
  const read = readStep(visit.form, step, desk.today)
  if (!read.ok) return shown(await showNote(visit, { sent: { step, values: visit.form, errors: read.errors } }), 422)
  const said = { ...read.value, noteId: desk.note.id, step }
  try {
    await transaction(visit.db, (sql) => sayToNote(sql, said, writerOf(visit, desk)))
  } catch (fault) {
    if (!(fault instanceof Refusal) || fault.status !== 409) throw fault
    const sent = { step, values: visit.form, errors: {} }
    return shown(await showNote(visit, { sent, refused: fault.message }), 409)
  }
  return redirect(`/desk/${desk.team.id}/notes/${desk.note.id}`)
}

function readStep(form: FormValues, step: NoteStep, today: Desk['today']) {
  if (step === 'asked again') return readAgain(form, today)
  const read = step === 'answered' ? readAnswer(form) : readClose(form)
  return read.ok ? { ok: true as const, value: { ...read.value, answerBy: null } } : read
}
