import { randomUUID } from 'node:crypto'
import { teamAt } from '#areas/team-at.ts'
import { may } from '#people/permissions.ts'
import { transaction } from '#platform/database/database.ts'
import { inWords } from '#platform/day.ts'
import type { FieldErrors, FormValues } from '#platform/form.ts'
import type { Html } from '#platform/html.ts'
import { redirect, shown, type Answer } from '#platform/http/answers.ts'
import { get, post, type Handler, type Route } from '#platform/http/routes.ts'
import type { Visit } from '#platform/http/visit.ts'
import { Refusal } from '#platform/refusal.ts'
import { readAddition, readCorrection, readReason, type Part } from './close-out.form.ts'
import { closeOutPage } from './close-out.page.ts'
import { concernFields, learningFields, promiseFields } from './close-out-fields.page.ts'
import { correctFigures, withdrawEngagement } from './correct-engagement.ts'
import { figuresTyped, correctionFields, reasonField } from './correction-fields.page.ts'
import { noteCloseOut } from './note-close-out.ts'
import { findEngagement, isWithdrawn } from './recorded-engagement.sql.ts'
import { idOf } from './told-engagement.ts'

const one = '/desk/:force/:team/engagements/:id'

/** What is added to an engagement once it is recorded, and how a mistake in it is put right. */
export const closeOutRoutes: readonly Route[] = [
  ...(['concern', 'promise', 'learning'] as const).flatMap((part) => [
    get(`${one}/${part}`, may('record engagements'), askFor(part)),
    post(`${one}/${part}`, may('record engagements'), take(part)),
  ]),
  get(`${one}/correct`, may('correct evidence'), askForCorrection),
  post(`${one}/correct`, may('correct evidence'), takeCorrection),
  get(`${one}/withdraw`, may('correct evidence'), askForWithdrawal),
  post(`${one}/withdraw`, may('correct evidence'), takeWithdrawal),
]

const additions = {
  concern: {
    title: 'What was heard?',
    button: 'Add the concern',
    fields: (values: FormValues, errors: FieldErrors) => concernFields(values, errors, 1),
  },
  promise: { title: 'What was promised?', button: 'Add the promise', fields: promiseFields },
  learning: { title: 'What was learned?', button: 'Add what you learned', fields: learningFields },
} as const

function askFor(part: Part): Handler {
  return async (visit) => additionPage(visit, part, randomUUID(), {}, {})
}

function take(part: Part): Handler {
  return async (visit) => {
    const { engagement, recorder } = await standingEngagement(visit)
    const read = readAddition(visit.form, part, engagement.heldOn)
    if (!read.ok) return shown(await additionPage(visit, part, idOf(visit.form), visit.form, read.errors), 422)
    await transaction(visit.db, (sql) => noteCloseOut(sql, engagement, read.value, recorder))
    return backTo(visit)
  }
}

async function additionPage(visit: Visit, part: Part, id: string, values: FormValues, errors: FieldErrors) {
  const { fields, ...words } = additions[part]
  return pageOf(visit, { ...words, path: part, id, fields: fields(values, errors), errors })
}

async function askForCorrection(visit: Visit): Promise<Answer> {
  const { engagement } = await standingEngagement(visit)
  return correctionPage(visit, figuresTyped(engagement.footfall), {})
}

async function takeCorrection(visit: Visit): Promise<Answer> {
  const { engagement, recorder } = await standingEngagement(visit)
  const read = readCorrection(visit.form)
  if (!read.ok) return shown(await correctionPage(visit, visit.form, read.errors), 422)
  await transaction(visit.db, (sql) => correctFigures(sql, engagement, read.value, recorder))
  return backTo(visit)
}

const correctionPage = (visit: Visit, values: FormValues, errors: FieldErrors): Promise<Html> =>
  pageOf(visit, {
    title: 'Correct the figures',
    lead: 'The figures as they were stay on record beside yours, with your reason.',
    path: 'correct',
    fields: correctionFields(values, errors),
    button: 'Correct the figures',
    assets: ['tally.js'],
    errors,
  })

async function askForWithdrawal(visit: Visit): Promise<Answer> {
  await standingEngagement(visit)
  return withdrawalPage(visit, {}, {})
}

async function takeWithdrawal(visit: Visit): Promise<Answer> {
  const { engagement, recorder } = await standingEngagement(visit)
  const read = readReason(visit.form)
  if (!read.ok) return shown(await withdrawalPage(visit, visit.form, read.errors), 422)
  await transaction(visit.db, (sql) => withdrawEngagement(sql, engagement, read.value, recorder))
  return backTo(visit)
}

const withdrawalPage = (visit: Visit, values: FormValues, errors: FieldErrors): Promise<Html> =>
  pageOf(visit, {
    title: 'Withdraw this record',
    lead: 'For what never took place or was recorded twice. It stays on record, marked, and counts towards no promise; this cannot be undone.',
    path: 'withdraw',
    fields: reasonField(values, errors),
    button: 'Withdraw it',
    isGrave: true,
    errors,
  })

type PageParts = Pick<
  Parameters<typeof closeOutPage>[0],
  'title' | 'lead' | 'id' | 'fields' | 'button' | 'isGrave' | 'errors' | 'assets'
> & { readonly path: string }

async function pageOf(visit: Visit, { path, ...parts }: PageParts): Promise<Html> {
  const { team, engagement } = await standingEngagement(visit)
  const href = `/desk/${team.id}/engagements/${engagement.id}`
  return closeOutPage({
    ...parts,
    site: visit.site,
    team,
    caption: `${engagement.title}, ${inWords(engagement.heldOn)}`,
    action: `${href}/${path}`,
    back: { href, words: 'The engagement' },
  })
}

/** An engagement that has not been withdrawn; nothing more is said of one that has. */
async function standingEngagement(visit: Visit) {
  const { force, team } = await teamAt(visit.db, visit.params)
  const engagement = await findEngagement(visit.db, team.id, visit.params['id'] ?? '')
  if (!engagement) throw new Refusal(`${team.name} has recorded no such engagement.`, 404)
  if (await isWithdrawn(visit.db, engagement.id)) throw new Refusal('This engagement was withdrawn.', 409)
  const recorder = { personId: visit.person?.id ?? null, at: visit.now, forceId: force.id, timeZone: force.timeZone }
  return { team, engagement, recorder }
}

const backTo = ({ params }: Visit): Answer =>
  redirect(`/desk/${params['force']}/${params['team']}/engagements/${params['id']}`)
