import { randomUUID } from 'node:crypto'
import { may } from '#people/permissions.ts'
import { transaction } from '#platform/database/database.ts'
import { addDays } from '#platform/day.ts'
import { typed, type FieldErrors, type FormValues } from '#platform/form.ts'
import { redirect, shown, type Answer } from '#platform/http/answers.ts'
import { get, post, type Route } from '#platform/http/routes.ts'
import type { Visit } from '#platform/http/visit.ts'
import { keeperAt, networkOf } from '../keeper-at.ts'
import { dayTyped, idOrNew } from '../typed-parts.ts'
import { individualAt } from './individual-at.ts'
import { countReadings, readingsOfTeam } from './sensitive-facts.sql.ts'
import { eraseSensitiveFact, keepSensitiveFact, readSensitiveFacts } from './sensitive-facts.ts'
import { readPurpose, readSensitiveFact } from './sensitive.form.ts'
import { addSensitivePage, askPurposePage, readingsPage, sensitiveFactsPage } from './sensitive.page.ts'

const network = '/desk/:force/:team/network'
const sensitive = `${network}/individuals/:id/sensitive`

/** Sensitive facts: the purpose is asked each time, and who opened them is there to be read. */
export const sensitiveRoutes: readonly Route[] = [
  get(sensitive, may('see sensitive facts'), (visit) => askPurpose(visit, {}, {})),
  post(sensitive, may('see sensitive facts'), openFacts),
  get(`${sensitive}/new`, may('see sensitive facts'), askForFact),
  post(`${sensitive}/new`, may('see sensitive facts'), takeFact),
  post(`${sensitive}/:fact/erase`, may('see sensitive facts'), removeFact),
  get(`${network}/readings`, may('see who read sensitive facts'), showReadings),
]

async function openFacts(visit: Visit): Promise<Answer> {
  const { person, keeper } = await individualAt(visit)
  const read = readPurpose(visit.form, person.id)
  if (!read.ok) return shown(await askPurpose(visit, visit.form, read.errors), 422)
  const facts = await transaction(visit.db, (sql) => readSensitiveFacts(sql, read.value, keeper))
  return sensitiveFactsPage({ ...(await shownAt(visit)), facts })
}

async function askForFact(visit: Visit): Promise<Answer> {
  const { today } = await keeperAt(visit)
  return factForm(visit, dayTyped('reviewOn', addDays(today, 365)), {})
}

async function takeFact(visit: Visit): Promise<Answer> {
  const { person, keeper, today, address } = await individualAt(visit)
  const read = readSensitiveFact(visit.form, { keyIndividualId: person.id, today })
  if (!read.ok) return shown(await factForm(visit, visit.form, read.errors), 422)
  await transaction(visit.db, (sql) => keepSensitiveFact(sql, read.value, keeper))
  return redirect(address)
}

async function removeFact(visit: Visit): Promise<Answer> {
  const { person, keeper, address } = await individualAt(visit)
  const gone = { keyIndividualId: person.id, id: visit.params['fact'] ?? '' }
  await transaction(visit.db, (sql) => eraseSensitiveFact(sql, gone, keeper))
  return redirect(address)
}

async function askPurpose(visit: Visit, values: FormValues, errors: FieldErrors) {
  return askPurposePage({ ...(await shownAt(visit)), values, errors })
}

async function factForm(visit: Visit, values: FormValues, errors: FieldErrors) {
  const id = values === visit.form ? idOrNew(values) : randomUUID()
  return addSensitivePage({ ...(await shownAt(visit)), id, values, errors })
}

async function shownAt(visit: Visit) {
  const { person, address } = await individualAt(visit)
  return { site: visit.site, caption: person.name, address, back: { href: address, words: 'Back' } }
}

const stretchOf = 50

async function showReadings(visit: Visit): Promise<Answer> {
  const { team, force } = await keeperAt(visit)
  const pages = Math.max(1, Math.ceil((await countReadings(visit.db, team.id)) / stretchOf))
  const current = Math.min(pages, Math.max(1, Number.parseInt(typed(visit.query, 'page'), 10) || 1))
  const lines = await readingsOfTeam(visit.db, team.id, { from: (current - 1) * stretchOf, most: stretchOf })
  const address = networkOf(team.id)
  return readingsPage({
    site: visit.site,
    caption: team.name,
    back: { href: `${address}/reviews`, words: 'Records to look at' },
    lines,
    timeZone: force.timeZone,
    network: address,
    stretch: { current, pages },
  })
}
