import { z } from 'zod'
import { may } from '#people/permissions.ts'
import { transaction } from '#platform/database/database.ts'
import { addMonths, inWords, type Day } from '#platform/day.ts'
import { readForm, typedAsDay, typedList, type FieldErrors, type FormValues } from '#platform/form.ts'
import { redirect, shown, type Answer } from '#platform/http/answers.ts'
import { get, post, type Route } from '#platform/http/routes.ts'
import type { Visit } from '#platform/http/visit.ts'
import { keeperAt } from '../keeper-at.ts'
import { meetingsHeld, meetingsPlanned } from '../meetings/meetings.sql.ts'
import { idOrNew, impossibleDay } from '../typed-parts.ts'
import { weeksBegin } from './council.ts'
import { levelsWith } from './levels.sql.ts'
import { noteDone } from './note-done.ts'
import { partnersPage } from './partners.page.ts'
import { toldOf } from './told.sql.ts'

/** Partners: when each is met, and whether they were told of the team's priorities. */
export const partnerRoutes: readonly Route[] = [
  get('/desk/:force/:team/partners', may('keep in touch'), (visit) => showPartners(visit, {}, {})),
  post('/desk/:force/:team/partners/informed', may('keep in touch'), takeInformed),
]

const partnerKinds = ['partnership', 'neighbouring force', 'safer schools team', 'watch scheme']

async function showPartners(visit: Visit, values: FormValues, errors: FieldErrors) {
  const { team, today } = await keeperAt(visit)
  const [levels, told, planned, held] = await Promise.all([
    levelsWith(visit.db, [team.id], partnerKinds),
    toldOf(visit.db, [team.id], { year: addMonths(today, -12), weeks: weeksBegin(today), today }),
    meetingsPlanned(visit.db, [team.id]),
    meetingsHeld(visit.db, team.id, 20),
  ])
  const metOn = new Map(told.map((one) => [one.subjectId, one.metOn]))
  const nextWith = (id: string | null) => planned.find(({ organisationId }) => organisationId === id) ?? null
  const partners = levels
    .filter(({ organisationId }) => organisationId !== null)
    .map((level) => ({ level, metOn: metOn.get(level.subjectId) ?? null, next: nextWith(level.organisationId) }))
  const sergeants = { metOn: latest(told.map((one) => one.firstHourOn)), next: nextWith(null) }
  const informedOn = latest(told.map((one) => one.informedOn))
  return partnersPage({ site: visit.site, team, today, partners, sergeants, informedOn, held, values, errors })
}

const latest = (days: readonly (Day | null)[]): Day | null =>
  days
    .filter((day) => day !== null)
    .toSorted()
    .at(-1) ?? null

const informedForm = z.object({ on: typedAsDay({ missing: 'Enter when they were told', impossible: impossibleDay }) })

async function takeInformed(visit: Visit): Promise<Answer> {
  const { team, today, keeper } = await keeperAt(visit)
  const levels = await levelsWith(visit.db, [team.id], partnerKinds)
  const chosen = levels.filter(({ subjectId }) => typedList(visit.form, 'partners').includes(subjectId))
  const read = readForm(informedForm, visit.form)
  const errors = {
    ...(chosen.length === 0 ? { partners: 'Choose at least one partner' } : {}),
    ...(read.ok ? {} : read.errors),
    ...(read.ok && read.value.on > today ? { on: `${inWords(read.value.on)} has not come yet` } : {}),
  }
  if (!read.ok || Object.keys(errors).length > 0) return shown(await showPartners(visit, visit.form, errors), 422)
  const note = {
    id: idOrNew(visit.form),
    teamId: team.id,
    kind: 'partners informed',
    happenedOn: read.value.on,
    organisationIds: chosen.flatMap(({ organisationId }) => organisationId ?? []),
    stands: null,
  } as const
  const subjects = chosen.map(({ subjectId }) => subjectId)
  await transaction(visit.db, (sql) => noteDone(sql, note, subjects, keeper))
  return redirect(`/desk/${team.id}/partners`)
}
