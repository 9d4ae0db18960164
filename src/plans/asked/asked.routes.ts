import { idOrNew } from '#network/typed-parts.ts'
import { may } from '#people/permissions.ts'
import { transaction } from '#platform/database/database.ts'
import { dayAt } from '#platform/day.ts'
import type { FieldErrors, FormValues } from '#platform/form.ts'
import { shown, type Answer } from '#platform/http/answers.ts'
import { get, post, type Route } from '#platform/http/routes.ts'
import type { Visit } from '#platform/http/visit.ts'
import { orAgain } from '#platform/http/or-again.ts'
import { readRevision } from '#plans/promises/promise-verbs.form.ts'
import { readConsultation, valuesOfConsultation } from './asked.form.ts'
import { consultationPage } from './asked.page.ts'
import { wayInWords } from './asked.part.ts'
import type { ConsultationTold } from './asked.sql.ts'
import { consultationAt, idSent, toldAt, type Asked } from './asked-at.ts'
import { refuseUntold, refuseWithdrawn } from './consultation.ts'
import { planProfileRoutes } from './profiles.routes.ts'
import { changeConsultation, tellConsultation } from './tell-consultation.ts'
import { withdrawalRoutes } from './withdrawal.routes.ts'

/** Whom a team asked about its plan, and the profiles on which it rests. */
export const planAskedRoutes = (plan: string): readonly Route[] => [
  get(`${plan}/consultations/new`, may('write contracts'), askConsultation),
  post(`${plan}/consultations/new`, may('write contracts'), takeConsultation),
  get(`${plan}/consultations/:consultation`, may('write contracts'), askConsultation),
  post(`${plan}/consultations/:consultation`, may('write contracts'), takeConsultation),
  ...withdrawalRoutes(plan),
  ...planProfileRoutes(plan),
]

async function askConsultation(visit: Visit): Promise<Answer> {
  const asked = await consultationAt(visit)
  refuseUntold(asked.found.course.state)
  if (asked.before !== null) refuseWithdrawn(asked.before)
  return consultationForm(visit, asked, asked.before === null ? {} : valuesOfConsultation(asked.before), {}, null)
}

async function takeConsultation(visit: Visit): Promise<Answer> {
  const { db, form } = visit
  const asked = await consultationAt(visit)
  const { found, before } = asked
  const read = readConsultation(form, dayAt(visit.now, found.force.timeZone))
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
      return toldAt(found)
    },
    async (why) => consultationForm(visit, await consultationAt(visit), form, {}, { why, told }),
  )
}

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
