import { teamsOf } from '#areas/areas.sql.ts'
import { forceAt } from '#areas/team-at.ts'
import { overlapFault, termsAround, type HalfTerm } from '#areas/terms/half-term.ts'
import { councilsElsewhere, councilsOf, halfTermsOfCouncils } from '#areas/terms/half-terms.sql.ts'
import { keepHalfTerms, nameSchoolCouncils, removeHalfTerm } from '#areas/terms/keep-half-terms.ts'
import { may } from '#people/permissions.ts'
import { transaction } from '#platform/database/database.ts'
import { dayAt } from '#platform/day.ts'
import { typed, type FieldErrors, type FormValues } from '#platform/form.ts'
import { redirect, shown, type Answer } from '#platform/http/answers.ts'
import { get, post, type Route } from '#platform/http/routes.ts'
import type { Visit } from '#platform/http/visit.ts'
import { Refusal } from '#platform/refusal.ts'
import { readTerms } from './read-terms.ts'
import type { RegisterFault } from './register-row.ts'
import { readTerm, termTyped } from './terms.form.ts'
import { changeTermPage, termsPage } from './terms.page.ts'

const terms = '/desk/:force/terms'
const mayManage = may('manage schools')

/** When schools are in term, for each council. */
export const schoolTermRoutes: readonly Route[] = [
  get(terms, mayManage, (visit) => showTerms(visit)),
  post(terms, mayManage, takeTerm),
  get(`${terms}/change`, mayManage, (visit) => changePage(visit, visit.query, null, {})),
  post(`${terms}/change`, mayManage, takeChange),
  post(`${terms}/remove`, mayManage, takeAway),
  post(`${terms}/import`, mayManage, takeFile, { upload: { maxBytes: 1024 * 1024 } }),
  post(`${terms}/teams`, mayManage, takeTeams),
]

async function showTerms(
  visit: Visit,
  errors: FieldErrors = {},
  faults: readonly RegisterFault[] = [],
): Promise<Answer> {
  const force = await forceAt(visit.db, visit.params)
  const [teams, named] = await Promise.all([teamsOf(visit.db, force.id), councilsOf(visit.db, force.id)])
  const councils = named.map(({ council }) => council)
  const known = await halfTermsOfCouncils(visit.db, councils, termsAround(dayAt(visit.now, force.timeZone)))
  const asked = termsPage({
    site: visit.site,
    force,
    teams,
    councils,
    terms: known,
    values: visit.form,
    errors,
    faults,
  })
  return Object.keys(errors).length === 0 ? asked : shown(asked, 422)
}

/** A half term that overlaps another is a mistake of the form, told beside its first day. */
async function overlapWith(visit: Visit, added: readonly HalfTerm[], instead: HalfTerm | null = null) {
  const councils = [...new Set(added.map(({ council }) => council))]
  const known = await halfTermsOfCouncils(visit.db, councils)
  const isReplaced = (term: HalfTerm) =>
    [...added, ...(instead ? [instead] : [])].some(
      ({ council, from }) => council === term.council && from === term.from,
    )
  return overlapFault([...known.filter((term) => !isReplaced(term)), ...added])
}

async function takeTerm(visit: Visit): Promise<Answer> {
  const by = await byWhom(visit)
  const read = readTerm(visit.form)
  if (!read.ok) return showTerms(visit, read.errors)
  await refuseElsewhere(visit, [read.value.council])
  const overlap = await overlapWith(visit, [read.value])
  if (overlap !== null) return showTerms(visit, { from: overlap })
  await transaction(visit.db, (sql) => keepHalfTerms(sql, [read.value], by))
  return backToTerms(visit)
}

async function changePage(visit: Visit, which: FormValues, values: FormValues | null, errors: FieldErrors) {
  const force = await forceAt(visit.db, visit.params)
  const term = await termAt(visit, which)
  return changeTermPage({ site: visit.site, force, term, values: values ?? termTyped(term), errors })
}

async function takeChange(visit: Visit): Promise<Answer> {
  const by = await byWhom(visit)
  const term = await termAt(visit, visit.form)
  const read = readTerm({ ...visit.form, council: term.council })
  if (!read.ok) return shown(await changePage(visit, visit.form, visit.form, read.errors), 422)
  const overlap = await overlapWith(visit, [read.value], term)
  if (overlap !== null) return shown(await changePage(visit, visit.form, visit.form, { from: overlap }), 422)
  await transaction(visit.db, (sql) => keepHalfTerms(sql, [read.value], by, term))
  return backToTerms(visit)
}

async function takeAway(visit: Visit): Promise<Answer> {
  const by = await byWhom(visit)
  const term = await termAt(visit, visit.form)
  await transaction(visit.db, (sql) => removeHalfTerm(sql, term, by))
  return backToTerms(visit)
}

async function takeFile(visit: Visit): Promise<Answer> {
  const by = await byWhom(visit)
  const [file] = visit.files
  if (!file) return showTerms(visit, { file: 'Choose a CSV file' })
  const read = readTerms(file.bytes)
  if (!read.ok) return showTerms(visit, { file: 'Some lines of the file are not in order' }, read.faults)
  await refuseElsewhere(visit, [...new Set(read.terms.map(({ council }) => council))])
  const overlap = await overlapWith(visit, read.terms)
  if (overlap !== null) return showTerms(visit, { file: overlap })
  await transaction(visit.db, (sql) => keepHalfTerms(sql, read.terms, by))
  return backToTerms(visit)
}

async function takeTeams(visit: Visit): Promise<Answer> {
  const by = await byWhom(visit)
  const force = await forceAt(visit.db, visit.params)
  const teams = await teamsOf(visit.db, force.id)
  const told = teams.flatMap(({ id, slug }) =>
    Object.hasOwn(visit.form, `of-${slug}`)
      ? [{ teamId: id, slug, council: typed(visit.form, `of-${slug}`).trim().replaceAll(/\s+/g, ' ') || null }]
      : [],
  )
  const long = told.find(({ council }) => (council ?? '').length > 100)
  if (long) return showTerms(visit, { [`of-${long.slug}`]: 'Use 100 characters or fewer' })
  await transaction(visit.db, (sql) => nameSchoolCouncils(sql, told, by))
  return backToTerms(visit)
}

/** The half term that a form or address names; throws a Refusal (404) where it is not there, or is not this force's to change. */
async function termAt(visit: Visit, which: FormValues): Promise<HalfTerm> {
  const [council, was] = [typed(which, 'council'), typed(which, 'was')]
  const term = (await halfTermsOfCouncils(visit.db, [council])).find(({ from }) => from === was)
  if (!term) throw new Refusal('There is no such half term.', 404)
  await refuseElsewhere(visit, [council])
  return term
}

/** Terms of a council that only another force's teams keep are changed there. */
async function refuseElsewhere({ db, params }: Visit, councils: readonly string[]): Promise<void> {
  const [elsewhere] = await councilsElsewhere(db, params['force'] ?? '', councils)
  if (elsewhere) throw new Refusal(`The terms of ${elsewhere.council} are kept by another force.`, 403)
}

async function byWhom({ db, params, person, now }: Visit) {
  await forceAt(db, params)
  if (person === null) throw new Refusal('Sign in first.', 401)
  return { at: now, personId: person.id }
}

const backToTerms = ({ params }: Visit): Answer => redirect(`/desk/${params['force'] ?? ''}/terms`)
