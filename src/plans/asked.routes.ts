import { idTyped, idOrNew } from '#network/typed-parts.ts'
import { may } from '#people/permissions.ts'
import { transaction } from '#platform/database/database.ts'
import { dayAt } from '#platform/day.ts'
import { typed, type FieldErrors, type FormValues } from '#platform/form.ts'
import { shown, type Answer } from '#platform/http/answers.ts'
import { get, post, type Route } from '#platform/http/routes.ts'
import type { Visit } from '#platform/http/visit.ts'
import { Refusal } from '#platform/refusal.ts'
import { orAgain } from './again.ts'
import { readConsultation, readProfile, readUnlinking, valuesOfConsultation } from './asked.form.ts'
import { consultationPage, profilePage } from './asked.page.ts'
import { consultationsOf, type Consultation, type ConsultationTold } from './asked.sql.ts'
import { wayInWords } from './asked.part.ts'
import { refuseUntold } from './consultation.ts'
import { deskOfPlan, planAt, type PlanFound } from './plan-at.ts'
import { readRevision } from './promise-verbs.form.ts'
import { planShownAt } from './shown-at.ts'
import { changeConsultation, linkProfile, tellConsultation, unlinkProfile } from './tell-consultation.ts'

/** Whom a team asked about its plan, and the profiles on which it rests. */
export const planAskedRoutes = (plan: string): readonly Route[] => [
  get(`${plan}/consultations/new`, may('write contracts'), askConsultation),
  post(`${plan}/consultations/new`, may('write contracts'), takeConsultation),
  get(`${plan}/consultations/:consultation`, may('write contracts'), askConsultation),
  post(`${plan}/consultations/:consultation`, may('write contracts'), takeConsultation),
  get(`${plan}/profiles/new`, may('write contracts'), askProfile),
  post(`${plan}/profiles/new`, may('write contracts'), takeProfile),
  post(`${plan}/profiles/:profile/take-out`, may('write contracts'), takeProfileOut),
]

type Asked = { readonly found: PlanFound; readonly before: Consultation | null }

async function consultationAt(visit: Visit): Promise<Asked> {
  const found = await planAt(visit)
  const { consultation: id } = visit.params
  if (id === undefined) return { found, before: null }
  const before = (await consultationsOf(visit.db, found.contract.id)).find((each) => each.id === id)
  if (before === undefined) throw new Refusal('This plan has no such consultation.', 404)
  return { found, before }
}

async function askConsultation(visit: Visit): Promise<Answer> {
  const asked = await consultationAt(visit)
  refuseUntold(asked.found.course.state)
  return consultationForm(visit, asked, asked.before === null ? {} : valuesOfConsultation(asked.before), {}, null)
}

async function takeConsultation(visit: Visit): Promise<Answer> {
  const { db, form } = visit
  const asked = await consultationAt(visit)
  const { found, before } = asked
  const read = readConsultation(form, today(visit, found))
  if (!read.ok) return shown(consultationForm(visit, asked, form, read.errors, null), 422)
  const told = read.value
  const contractId = found.contract.id
  return orAgain(
    async () => {
      const { acting } = found
      if (before === null)
        await transaction(db, (sql) => tellConsultation(sql, { contractId, id: idSent(form), told }, acting))
      else
        await transaction(db, (sql) =>
          changeConsultation(sql, { contractId, id: before.id, told, revision: readRevision(form) }, acting),
        )
      return afterwards(found)
    },
    async (why) => consultationForm(visit, await consultationAt(visit), form, {}, { why, told }),
  )
}

/** The id that the form of something new carries; throws a Refusal (409) where it carries none, and the form comes again with one. */
function idSent(form: FormValues): string {
  const read = idTyped.safeParse(typed(form, 'id'))
  if (!read.success) throw new Refusal('The form was not whole. What you typed is kept below: send it again.', 409)
  return read.data
}

const today = (visit: Visit, { force }: PlanFound) => dayAt(visit.now, force.timeZone)
const afterwards = ({ team, contract }: PlanFound) => `${deskOfPlan(team.id, contract.year)}#asked`

type Refused = { readonly why: string; readonly told: ConsultationTold } | null

function consultationForm(
  visit: Visit,
  { found, before }: Asked,
  values: FormValues,
  errors: FieldErrors,
  refused: Refused,
) {
  const isSent = refused === null && Object.hasOwn(values, 'revision')
  const texts = before && refused && { theirs: linesOf(before), yours: linesOf(refused.told) }
  return consultationPage({
    site: visit.site,
    found,
    id: before?.id ?? null,
    formId: idOrNew(visit.form),
    revision: isSent ? readRevision(values) : (before?.revision ?? 0),
    values,
    errors,
    clash: refused && { why: refused.why, texts, by: before?.by ?? null },
  })
}

const linesOf = ({ heldOn, asked, how, answers, said, changed }: ConsultationTold): string =>
  [heldOn, asked, wayInWords[how], `Answers: ${answers}`, said, changed].join('\n')

async function askProfile(visit: Visit): Promise<Answer> {
  const found = await planAt(visit)
  refuseUntold(found.course.state)
  return profileForm(visit, found, {}, {}, null)
}

async function takeProfile(visit: Visit): Promise<Answer> {
  const found = await planAt(visit)
  const { db, form } = visit
  const read = readProfile(form, today(visit, found))
  if (!read.ok) return shown(profileForm(visit, found, form, read.errors, null), 422)
  return orAgain(
    async () => {
      const linked = { contractId: found.contract.id, id: idSent(form), told: read.value }
      await transaction(db, (sql) => linkProfile(sql, linked, found.acting))
      return afterwards(found)
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
    clash: why === null ? null : { why, texts: null, by: null },
  })

async function takeProfileOut(visit: Visit): Promise<Answer> {
  const { db, form, params } = visit
  const found = await planAt(visit)
  const read = readUnlinking(form)
  if (!read.ok) return shown(await planShownAt(visit, read.errors['why'] ?? ''), 422)
  const id = idTyped.safeParse(params['profile'])
  if (!id.success) throw new Refusal('This plan rests on no such profile.', 404)
  return orAgain(
    async () => {
      const unlinked = { contractId: found.contract.id, id: id.data, why: read.value.why }
      await transaction(db, (sql) => unlinkProfile(sql, unlinked, found.acting))
      return afterwards(found)
    },
    (why) => planShownAt(visit, why),
  )
}
