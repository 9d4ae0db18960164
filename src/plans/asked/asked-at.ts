import { idTyped } from '#network/typed-parts.ts'
import { typed, type FormValues } from '#platform/form.ts'
import type { Visit } from '#platform/http/visit.ts'
import { Refusal } from '#platform/refusal.ts'
import { deskOfPlan, planAt, type PlanFound } from '#plans/plan-at.ts'
import { consultationsOf, type Consultation } from './asked.sql.ts'

/** A plan, and the consultation on it that a visit is about; null for a new one. */
export type Asked = { readonly found: PlanFound; readonly before: Consultation | null }

/** What a visit is about; throws a Refusal (404) as `consultationOf` does. */
export async function consultationAt(visit: Visit): Promise<Asked> {
  if (visit.params['consultation'] === undefined) return { found: await planAt(visit), before: null }
  const { found, consultation } = await consultationOf(visit)
  return { found, before: consultation }
}

/** The consultation that a visit names. Throws a Refusal (404) where the plan has none of this id. */
export async function consultationOf(
  visit: Visit,
): Promise<{ readonly found: PlanFound; readonly consultation: Consultation }> {
  const found = await planAt(visit)
  const all = await consultationsOf(visit.db, found.contract.id)
  const consultation = all.find(({ id }) => id === visit.params['consultation'])
  if (consultation === undefined) throw new Refusal('This plan has no such consultation.', 404)
  return { found, consultation }
}

/** The id that the form of something new carries; throws a Refusal (409) where it carries none, and the form comes again with one. */
export function idSent(form: FormValues): string {
  const read = idTyped.safeParse(typed(form, 'id'))
  if (!read.success) throw new Refusal('The form was not whole. What you typed is kept below: send it again.', 409)
  return read.data
}

/** Where the plan tells whom the team asked, and what it rests on. */
export const toldAt = ({ team, contract }: PlanFound): string => `${deskOfPlan(team.id, contract.year)}#asked`
