import { may } from '#people/permissions.ts'
import { transaction } from '#platform/database/database.ts'
import { inWords } from '#platform/day.ts'
import type { FieldErrors, FormValues } from '#platform/form.ts'
import { shown, type Answer } from '#platform/http/answers.ts'
import { get, post, type Route } from '#platform/http/routes.ts'
import type { Visit } from '#platform/http/visit.ts'
import { orAgain } from '#platform/http/or-again.ts'
import { clashOf } from '#plans/clash.part.ts'
import { readWhy } from './asked.form.ts'
import { takeBackPage } from './asked.page.ts'
import { consultationOf, toldAt } from './asked-at.ts'
import { refuseUntold, refuseWithdrawn } from './consultation.ts'
import { withdrawConsultation } from './tell-consultation.ts'

/** Taking back a consultation that never was or was told twice. */
export const withdrawalRoutes = (plan: string): readonly Route[] => [
  get(`${plan}/consultations/:consultation/withdraw`, may('write contracts'), askWhy),
  post(`${plan}/consultations/:consultation/withdraw`, may('write contracts'), takeWithdrawal),
]

async function askWhy(visit: Visit): Promise<Answer> {
  const { found, consultation } = await consultationOf(visit)
  refuseUntold(found.course.state)
  refuseWithdrawn(consultation)
  return withdrawalForm(visit, {}, {}, null)
}

async function takeWithdrawal(visit: Visit): Promise<Answer> {
  const { db, form } = visit
  const { found, consultation } = await consultationOf(visit)
  const read = readWhy(form)
  if (!read.ok) return shown(await withdrawalForm(visit, form, read.errors, null), 422)
  const withdrawn = { contractId: found.contract.id, id: consultation.id, why: read.value.why }
  return orAgain(
    async () => {
      await transaction(db, (sql) => withdrawConsultation(sql, withdrawn, found.acting))
      return toldAt(found)
    },
    (why) => withdrawalForm(visit, form, {}, why),
  )
}

async function withdrawalForm(visit: Visit, values: FormValues, errors: FieldErrors, why: string | null) {
  const { found, consultation } = await consultationOf(visit)
  const { id, heldOn, asked } = consultation
  return takeBackPage({
    site: visit.site,
    found,
    title: 'Withdraw a consultation',
    path: `consultations/${id}/withdraw`,
    lead: `${inWords(heldOn)}: ${asked}. For one that never took place or was told twice. The plan says that it was withdrawn and why, and it counts towards no promise; this cannot be undone.`,
    label: 'Why is it withdrawn?',
    press: 'Withdraw it',
    values,
    errors,
    clash: clashOf(why),
  })
}
