import { idOrNew, idTyped } from '#network/typed-parts.ts'
import { may } from '#people/permissions.ts'
import { transaction } from '#platform/database/database.ts'
import { dayAt, inWords } from '#platform/day.ts'
import type { FieldErrors, FormValues } from '#platform/form.ts'
import { shown, type Answer } from '#platform/http/answers.ts'
import { get, post, type Route } from '#platform/http/routes.ts'
import type { Visit } from '#platform/http/visit.ts'
import { Refusal } from '#platform/refusal.ts'
import { orAgain } from '#platform/http/or-again.ts'
import { clashOf } from '#plans/clash.part.ts'
import { planAt, type PlanFound } from '#plans/plan-at.ts'
import { readProfile, readWhy } from './asked.form.ts'
import { profilePage, takeBackPage } from './asked.page.ts'
import { profilesOf } from './asked.sql.ts'
import { idSent, toldAt } from './asked-at.ts'
import { refuseUntold } from './consultation.ts'
import { linkProfile, unlinkProfile } from './link-profile.ts'

/** The profiles on which a plan rests. */
export const planProfileRoutes = (plan: string): readonly Route[] => [
  get(`${plan}/profiles/new`, may('write contracts'), askProfile),
  post(`${plan}/profiles/new`, may('write contracts'), takeProfile),
  get(`${plan}/profiles/:profile/take-out`, may('write contracts'), askWhy),
  post(`${plan}/profiles/:profile/take-out`, may('write contracts'), takeProfileOut),
]

async function askProfile(visit: Visit): Promise<Answer> {
  const found = await planAt(visit)
  refuseUntold(found.course.state)
  return profileForm(visit, found, {}, {}, null)
}

async function takeProfile(visit: Visit): Promise<Answer> {
  const found = await planAt(visit)
  const { db, form } = visit
  const read = readProfile(form, dayAt(visit.now, found.force.timeZone))
  if (!read.ok) return shown(profileForm(visit, found, form, read.errors, null), 422)
  return orAgain(
    async () => {
      const linked = { contractId: found.contract.id, id: idSent(form), told: read.value }
      await transaction(db, (sql) => linkProfile(sql, linked, found.acting))
      return toldAt(found)
    },
    async (why) => profileForm(visit, found, form, {}, why),
  )
}

const profileForm = (visit: Visit, found: PlanFound, values: FormValues, errors: FieldErrors, why: string | null) =>
  profilePage({
    site: visit.site,
    found,
    id: null,
    formId: idOrNew(visit.form),
    revision: 0,
    values,
    errors,
    clash: clashOf(why),
  })

async function askWhy(visit: Visit): Promise<Answer> {
  return takeOutForm(visit, {}, {}, null)
}

async function takeProfileOut(visit: Visit): Promise<Answer> {
  const { db, form } = visit
  const found = await planAt(visit)
  const id = idTyped.safeParse(visit.params['profile'])
  if (!id.success) throw noSuchProfile()
  const read = readWhy(form)
  if (!read.ok) return shown(await takeOutForm(visit, form, read.errors, null), 422)
  return orAgain(
    async () => {
      const unlinked = { contractId: found.contract.id, id: id.data, why: read.value.why }
      await transaction(db, (sql) => unlinkProfile(sql, unlinked, found.acting))
      return toldAt(found)
    },
    (why) => takeOutForm(visit, form, {}, why),
  )
}

async function takeOutForm(visit: Visit, values: FormValues, errors: FieldErrors, why: string | null) {
  const found = await planAt(visit)
  const profile = (await profilesOf(visit.db, found.contract.id)).find(({ id }) => id === visit.params['profile'])
  if (profile === undefined) throw noSuchProfile()
  return takeBackPage({
    site: visit.site,
    found,
    title: 'Take out a profile',
    path: `profiles/${profile.id}/take-out`,
    lead: `${profile.title}, of ${inWords(profile.dated)}. The plan names it no more, and it counts towards no promise.`,
    label: 'Why does the plan not rest on it?',
    press: 'Take it out',
    values,
    errors,
    clash: clashOf(why),
  })
}

const noSuchProfile = (): Refusal => new Refusal('This plan rests on no such profile.', 404)
