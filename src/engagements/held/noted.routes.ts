import { teamAt } from '#areas/team-at.ts'
import { may } from '#people/permissions.ts'
import { transaction } from '#platform/database/database.ts'
import { dayAt, inWords } from '#platform/day.ts'
import { typed, typedDay, type FieldErrors, type FormValues } from '#platform/form.ts'
import { dateInput, textarea } from '#platform/govuk.ts'
import { html, type Html } from '#platform/html.ts'
import { redirect, shown, type Answer } from '#platform/http/answers.ts'
import { get, post, type Handler, type Route } from '#platform/http/routes.ts'
import type { Visit } from '#platform/http/visit.ts'
import { Refusal } from '#platform/refusal.ts'
import { isUuid } from '../is-uuid.ts'
import { readKept, readWords } from './close-out.form.ts'
import { closeOutPage } from './close-out.page.ts'
import { noted, type Noted } from './close-out.ts'
import { findPromise } from './close-outs.sql.ts'
import { findNoted } from './corrections.sql.ts'
import { keepPromise } from './keep-promise.ts'
import { rewordNoted } from './reword-noted.ts'

const desk = '/desk/:force/:team'

/** Saying that a promise was kept, and taking out words that name somebody. */
export const notedRoutes: readonly Route[] = [
  get(`${desk}/promises/:id/kept`, may('record engagements'), askWhetherKept),
  post(`${desk}/promises/:id/kept`, may('record engagements'), takeKept),
  ...noted.flatMap((what) => [
    get(`${desk}/${what}/:id/words`, may('correct evidence'), askForWords(what)),
    post(`${desk}/${what}/:id/words`, may('correct evidence'), takeWords(what)),
  ]),
]

async function askWhetherKept(visit: Visit): Promise<Answer> {
  const { today } = await promiseAt(visit)
  const [year = '', month = '', day = ''] = today.split('-')
  return keptPage(visit, {
    'keptOn-day': String(Number(day)),
    'keptOn-month': String(Number(month)),
    'keptOn-year': year,
  })
}

async function takeKept(visit: Visit): Promise<Answer> {
  const { team, promise, today, recorder } = await promiseAt(visit)
  const read = readKept(visit.form, today)
  if (!read.ok) return shown(await keptPage(visit, visit.form, read.errors), 422)
  await transaction(visit.db, (sql) => keepPromise(sql, promise.id, read.value, recorder))
  return redirect(
    promise.engagementId === null ? `/desk/${team.id}` : `/desk/${team.id}/engagements/${promise.engagementId}`,
  )
}

async function keptPage(visit: Visit, values: FormValues, errors: FieldErrors = {}): Promise<Html> {
  const { team, promise } = await promiseAt(visit)
  return closeOutPage({
    site: visit.site,
    team,
    caption: `Promised to ${promise.toWhom ?? 'somebody'}, by ${inWords(promise.dueOn)}`,
    title: 'Say that it is kept',
    lead: promise.words ?? 'The words were erased.',
    action: `/desk/${team.id}/promises/${promise.id}/kept`,
    fields: html`${dateInput({
      name: 'keptOn',
      legend: 'On which day?',
      value: typedDay(values, 'keptOn'),
      error: errors['keptOn'],
      size: 's',
    })}${textarea({
      name: 'keptHow',
      label: 'How? (optional)',
      hint: 'Never name a member of the public.',
      value: typed(values, 'keptHow'),
      error: errors['keptHow'],
      rows: 2,
      size: 's',
    })}`,
    button: 'It is kept',
    back: { href: `/desk/${team.id}`, words: 'This week' },
    errors,
  })
}

async function promiseAt(visit: Visit) {
  const { force, team } = await teamAt(visit.db, visit.params)
  const promise = await findPromise(visit.db, team.id, visit.params['id'] ?? '')
  if (!promise) throw new Refusal(`${team.name} has made no such promise.`, 404)
  if (promise.keptOn !== null) throw new Refusal('This promise is marked as kept already.', 409)
  const recorder = { personId: visit.person?.id ?? null, at: visit.now }
  return { team, promise, today: dayAt(visit.now, force.timeZone), recorder }
}

const titles = {
  concerns: 'Reword this concern',
  promises: 'Reword this promise',
  learning: 'Reword this learning point',
} as const

function askForWords(what: Noted): Handler {
  return async (visit) => {
    const { words } = await notedAt(visit, what)
    return wordsPage(visit, what, words.words ?? '', {})
  }
}

function takeWords(what: Noted): Handler {
  return async (visit) => {
    const { team, words: found, recorder } = await notedAt(visit, what)
    const read = readWords(visit.form)
    if (!read.ok) return shown(await wordsPage(visit, what, typed(visit.form, 'words'), read.errors), 422)
    const reworded = { what, teamId: team.id, noted: found, words: read.value }
    await transaction(visit.db, (sql) => rewordNoted(sql, reworded, recorder))
    return redirect(`/desk/${team.id}/engagements/${found.engagementId}`)
  }
}

async function wordsPage(visit: Visit, what: Noted, words: string, errors: FieldErrors): Promise<Html> {
  const { team, words: found } = await notedAt(visit, what)
  return closeOutPage({
    site: visit.site,
    team,
    caption: team.name,
    title: titles[what],
    lead: 'Where the words name somebody, write others, or empty the box to erase them for good. What it counts for stays.',
    action: `/desk/${team.id}/${what}/${found.id}/words`,
    fields: textarea({ name: 'words', label: 'Words', value: words, error: errors['words'], rows: 4, size: 's' }),
    button: 'Save these words',
    back: { href: `/desk/${team.id}/engagements/${found.engagementId}`, words: 'The engagement' },
    errors,
  })
}

async function notedAt(visit: Visit, what: Noted) {
  const { force, team } = await teamAt(visit.db, visit.params)
  const { id = '' } = visit.params
  const words = isUuid(id) ? await findNoted(visit.db, what, team.id, id) : null
  if (!words || words.engagementId === null) throw new Refusal(`${team.name} has noted no such thing.`, 404)
  if (words.words === null) throw new Refusal('These words were erased already.', 409)
  const recorder = { personId: visit.person?.id ?? null, at: visit.now, forceId: force.id, timeZone: force.timeZone }
  return { team, words, recorder }
}
