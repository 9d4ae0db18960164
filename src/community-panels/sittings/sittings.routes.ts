import { randomUUID } from 'node:crypto'
import { teamsOf } from '#areas/areas.sql.ts'
import { contractHeads } from '#contracts/contracts.sql.ts'
import { frameworkOfContract } from '#frameworks/known-frameworks.ts'
import { dayTyped } from '#network/typed-parts.ts'
import { may } from '#people/permissions.ts'
import { transaction } from '#platform/database/database.ts'
import { addDays } from '#platform/day.ts'
import { typed, type FieldErrors, type FormValues } from '#platform/form.ts'
import { redirect, shown, type Answer } from '#platform/http/answers.ts'
import { get, post, type Route } from '#platform/http/routes.ts'
import type { Visit } from '#platform/http/visit.ts'
import { Refusal } from '#platform/refusal.ts'
import { conveneSitting } from './convene-sitting.ts'
import { gradesAsked } from './grades-asked.ts'
import { readSitting } from './sitting.form.ts'
import { panels, usualChoices } from './sitting.ts'
import { convenerDeskAt } from './sitting-at.ts'
import { newSittingPage, sittingsPage } from './sittings.page.ts'
import { sittingsOf } from './sittings.sql.ts'

const sittings = '/desk/:force/sittings'
const convenes = may('convene community panels')

/** The sittings of a force, and convening another (R05, R47, R50). */
export const sittingsRoutes: readonly Route[] = [
  get(sittings, convenes, showSittings),
  get(`${sittings}/new`, convenes, askForSitting),
  post(`${sittings}/new`, convenes, takeSitting),
]

async function showSittings(visit: Visit): Promise<Answer> {
  const { force } = await convenerDeskAt(visit)
  const [known, { heads }] = await Promise.all([sittingsOf(visit.db, force.id), headsOf(visit, force.id)])
  const years = [...new Set(heads.map(({ year }) => year))].toSorted((a, b) => b - a)
  return sittingsPage({ site: visit.site, force, sittings: known, years })
}

async function headsOf({ db }: Visit, forceId: string) {
  const teams = await teamsOf(db, forceId)
  const heads = await contractHeads(
    db,
    teams.map(({ id }) => id),
  )
  return { teams, heads }
}

/** What a sitting of the year and panel that the address asks for may be made of; throws a Refusal (404) where it can be none. */
async function offeredAt(visit: Visit) {
  const desk = await convenerDeskAt(visit)
  const { teams, heads } = await headsOf(visit, desk.force.id)
  const ofYear = heads.filter(({ year }) => String(year) === typed(visit.query, 'year'))
  const panel = panels.find((each) => each === typed(visit.query, 'panel'))
  const [first] = ofYear
  if (first === undefined || panel === undefined)
    throw new Refusal('There are no contracts of that year to judge, or no such panel.', 404)
  const contracts = ofYear.map(({ id, teamId }) => ({
    value: id,
    words: teams.find((team) => team.id === teamId)?.name ?? teamId,
  }))
  return { ...desk, year: first.year, panel, contracts, frameworkId: first.frameworkId }
}

async function askForSitting(visit: Visit): Promise<Answer> {
  const { today, panel, contracts, frameworkId } = await offeredAt(visit)
  const framework = await frameworkOfContract(visit.db, frameworkId)
  const [opensOn, later] = [dayTyped('opensOn', today), addDays(today, 28)]
  return form(
    visit,
    {
      ...opensOn,
      ...dayTyped('heldOn', later),
      ...dayTyped('closesOn', later),
      id: randomUUID(),
      contracts: contracts.map(({ value }) => value),
      choices: usualChoices.join('\n'),
      grades: gradesAsked(framework, panel).join('\n'),
    },
    {},
  )
}

async function form(visit: Visit, values: FormValues, errors: FieldErrors) {
  const { force, year, panel, contracts } = await offeredAt(visit)
  return newSittingPage({ site: visit.site, force, year, panel, contracts, values, errors })
}

async function takeSitting(visit: Visit): Promise<Answer> {
  const { force, convener, year, panel, contracts } = await offeredAt(visit)
  const read = readSitting(
    { ...visit.form, panel },
    contracts.map(({ value }) => value),
  )
  if (!read.ok) return shown(await form(visit, visit.form, read.errors), 422)
  const sitting = { ...read.value, forceId: force.id, year }
  await transaction(visit.db, (sql) => conveneSitting(sql, sitting, convener))
  return redirect(`/desk/${force.id}/sittings/${sitting.id}`)
}
