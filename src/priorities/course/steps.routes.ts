import { idOrNew } from '#network/typed-parts.ts'
import type { Keeper } from '#network/keeper.ts'
import { may, type Permission } from '#people/permissions.ts'
import { transaction, type Sql } from '#platform/database/database.ts'
import type { FieldErrors, FormValues } from '#platform/form.ts'
import { redirect, shown, type Answer } from '#platform/http/answers.ts'
import { get, post, type Route } from '#platform/http/routes.ts'
import type { Visit } from '#platform/http/visit.ts'
import { dayAt } from '#platform/day.ts'
import { Refusal } from '#platform/refusal.ts'
import { tellingOf } from '#priorities/raised/telling-of.ts'
import { stepsOf } from './course.sql.ts'
import { deskOfPriority, offeredAt, priorityAt, workedOnWith } from './priority-at.ts'
import { priorityPage } from './priority.page.ts'
import { closePriority, goOn, reopenPriority, reportBack } from './report-back.ts'
import { setPriority, turnDownPriority } from './set-priority.ts'
import * as fields from './step-fields.page.ts'
import { stepPage } from './step.page.ts'
import { readPlan, readReport, readRevision, readSetting, readTask, readUpdate, readWhy } from './step.form.ts'
import { beginPriority, informPartners, planPriority, postUpdate, taskSomebody } from './work-on-priority.ts'

type Known = {
  readonly visit: Visit
  readonly id: string
  /** The form's own id, so that one sent twice is kept once. */
  readonly formId: string
  readonly keeper: Keeper
  readonly teamName: string
  readonly offered: fields.Offered
}
type Read<T> = { readonly ok: true; readonly value: T } | { readonly ok: false; readonly errors: FieldErrors }
/** What a form leads to, or the mistakes in it. */
type Reading = Read<(sql: Sql) => Promise<unknown>>

/** One step as the desk offers it: its address, who may, what it asks (nothing, where it is a button of the page), what it does. */
type Offer = {
  readonly slug: string
  readonly needs: Permission
  readonly title: string
  readonly press: string
  readonly fields: fields.Fields | null
  readonly read: (form: FormValues, known: Known) => Reading
}

const work = 'work on priorities'
const decide = 'set priorities'

// prettier-ignore
const offers: readonly Offer[] = [
  { slug: 'set', needs: decide, title: 'Set it by threat, risk and harm', press: 'Set this priority', fields: fields.settingFields,
    read: (form, { id, keeper, offered }) => leads(readSetting(form, offered.neighbourhoods.map((each) => each.id)), (sql, told) => setPriority(sql, { ...told, id }, keeper)) },
  { slug: 'turn-down', needs: decide, title: 'Do not set it', press: 'Do not set it', fields: fields.whyFields,
    read: (form, { id, keeper }) => leads(readWhy(form), (sql, told) => turnDownPriority(sql, { ...told, id }, keeper)) },
  { slug: 'plan', needs: work, title: 'Plan what to do', press: 'Save this plan', fields: fields.planFields,
    read: (form, { id, keeper, offered }) => leads(readPlan(form, offered.partners.map(({ value }) => value)), (sql, told) => planPriority(sql, { ...told, id }, keeper)) },
  { slug: 'begin', needs: decide, title: 'Begin the work', press: 'Begin the work', fields: null,
    read: (form, { id, keeper }) => leads(readRevision(form), (sql, told) => beginPriority(sql, { ...told, id }, keeper)) },
  { slug: 'task', needs: work, title: 'Task somebody', press: 'Task them', fields: fields.taskFields,
    read: (form, { id, formId, keeper, offered, visit }) => leads(readTask(form, { offered: offered.people.map(({ value }) => value), today: dayAt(visit.now, keeper.timeZone) }),
      (sql, told) => taskSomebody(sql, { ...told, id: formId, priorityId: id }, keeper)) },
  { slug: 'update', needs: work, title: 'Tell the public how it stands', press: 'Publish this', fields: fields.updateFields,
    read: (form, { id, formId, keeper }) => leads(readUpdate(form), (sql, told) => postUpdate(sql, { ...told, id: formId, priorityId: id }, keeper)) },
  { slug: 'partners-informed', needs: work, title: 'Partners told', press: 'We told them', fields: null,
    read: (_form, { id, keeper }) => ({ ok: true, value: (sql) => informPartners(sql, id, keeper) }) },
  { slug: 'report-back', needs: decide, title: 'Report the outcome back', press: 'Publish this and tell those who raised it', fields: fields.reportFields,
    read: (form, { id, formId, keeper, visit, teamName }) => leads(readReport(form), (sql, told) => reportBack(sql, { ...told, id, reportId: formId }, keeper, tellingOf(visit, teamName))) },
  { slug: 'go-on', needs: decide, title: 'Go on with it', press: 'Go on with it', fields: null,
    read: (form, { id, keeper }) => leads(readRevision(form), (sql, told) => goOn(sql, { ...told, id }, keeper)) },
  { slug: 'close', needs: decide, title: 'Close it', press: 'Close it', fields: null,
    read: (form, { id, keeper }) => leads(readRevision(form), (sql, told) => closePriority(sql, { ...told, id }, keeper)) },
  { slug: 'reopen', needs: decide, title: 'Open it again', press: 'Open it again', fields: fields.whyFields,
    read: (form, { id, keeper }) => leads(readWhy(form), (sql, told) => reopenPriority(sql, { ...told, id }, keeper)) },
]

const leads = <T>(read: Read<T>, act: (sql: Sql, told: T) => Promise<unknown>): Reading =>
  read.ok ? { ok: true, value: (sql) => act(sql, read.value) } : read

/** Each step at an address of its own below a priority's. */
export const stepRoutes = (one: string): readonly Route[] =>
  offers.flatMap((offer) => [
    ...(offer.fields === null
      ? []
      : [get(`${one}/${offer.slug}`, may(offer.needs), (visit) => askFor(visit, offer, null, {}, null))]),
    post(`${one}/${offer.slug}`, may(offer.needs), (visit) => take(visit, offer)),
  ])

async function take(visit: Visit, offer: Offer): Promise<Answer> {
  const { team, keeper, priority } = await priorityAt(visit)
  const offered = await offeredAt(visit)
  const known = { visit, id: priority.id, formId: idOrNew(visit.form), keeper, teamName: team.name, offered }
  const read = offer.read(visit.form, known)
  if (!read.ok) return refusedAt(visit, offer, read.errors, null)
  try {
    await transaction(visit.db, read.value)
  } catch (fault) {
    if (!(fault instanceof Refusal) || fault.status !== 409) throw fault
    return refusedAt(visit, offer, {}, fault.message)
  }
  return redirect(`/desk/${team.id}/priorities/${priority.id}`)
}

/** The form again with all that was typed, or for a button its page. */
async function refusedAt(visit: Visit, offer: Offer, errors: FieldErrors, why: string | null): Promise<Answer> {
  const status = why === null ? 422 : 409
  if (offer.fields !== null) return shown(await askFor(visit, offer, visit.form, errors, why), status)
  return shown(priorityPage(await deskOfPriority(visit, why ?? Object.values(errors).join('. '))), status)
}

async function askFor(
  visit: Visit,
  { slug, title, press, ...offer }: Offer,
  sent: FormValues | null,
  errors: FieldErrors,
  why: string | null,
) {
  const { team, priority } = await priorityAt(visit)
  const values = sent ?? fields.begunWith(priority, await workedOnWith(visit, priority.id))
  const asked = offer.fields?.(values, errors, await offeredAt(visit))
  const last = (await stepsOf(visit.db, priority.id)).at(-1) ?? null
  return stepPage({
    site: visit.site,
    team,
    priority,
    slug,
    title,
    press,
    id: idOrNew(values),
    fields: asked ?? fields.updateFields(values, errors, await offeredAt(visit)),
    errors,
    refused: why === null ? null : { words: why, last },
  })
}
