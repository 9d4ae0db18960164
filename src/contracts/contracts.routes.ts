import { teamAt } from '#areas/team-at.ts'
import type { Framework } from '#frameworks/framework.ts'
import { frameworksOfForce } from '#frameworks/known-frameworks.ts'
import { may } from '#people/permissions.ts'
import { dayAt } from '#platform/day.ts'
import { typed } from '#platform/form.ts'
import { redirect, shown, type Answer } from '#platform/http/answers.ts'
import { get, post, type Route } from '#platform/http/routes.ts'
import type { Visit } from '#platform/http/visit.ts'
import { Refusal } from '#platform/refusal.ts'
import { confirmContractPage } from './confirm-contract.page.ts'
import { readConfirmed, valuesOf } from './confirm-contract.form.ts'
import { contractHeads } from './contracts.sql.ts'
import { keepContract } from './keep-contract.ts'
import { readContract } from './reading/read-contract.ts'
import { readContractPage } from './read-contract.page.ts'

/** A contract document read, confirmed by a person, and kept. */
export const contractRoutes: readonly Route[] = [
  get('/desk/:force/:team/contracts/read', may('import contracts'), (visit) => askForDocument(visit)),
  post('/desk/:force/:team/contracts/read', may('import contracts'), readDocument, {
    upload: { maxBytes: 20 * 1024 * 1024 },
  }),
  post('/desk/:force/:team/contracts', may('import contracts'), takeContract, { maxBytes: 2 * 1024 * 1024 }),
]

async function askForDocument(visit: Visit, error?: string, status = 422): Promise<Answer> {
  const { force, team } = await teamAt(visit.db, visit.params)
  const frameworks = await frameworksOfForce(visit.db, force.id)
  const today = dayAt(visit.now, force.timeZone)
  const current = frameworks.filter(({ from }) => from <= today).toSorted((a, b) => (a.from < b.from ? 1 : -1))[0]
  const framework = typed(visit.form, 'framework') || (current?.id ?? '')
  const contracts = await contractHeads(visit.db, [team.id])
  const asked = readContractPage({ site: visit.site, team, frameworks, framework, contracts, error })
  return error === undefined ? asked : shown(asked, status)
}

async function readDocument(visit: Visit): Promise<Answer> {
  const [file] = visit.files
  if (!file) return askForDocument(visit, 'Choose the document of a contract')
  const { force, team } = await teamAt(visit.db, visit.params)
  const framework = await frameworkAsked(visit, force.id)
  try {
    const read = await readContract(file.bytes, file.filename, framework.standards)
    return confirmContractPage({ site: visit.site, team, framework, values: valuesOf(read), errors: {} })
  } catch (fault) {
    // A document we cannot read is a mistake in the form: another can be chosen at once.
    if (!(fault instanceof Refusal)) throw fault
    return askForDocument(visit, fault.message, fault.status)
  }
}

async function takeContract(visit: Visit): Promise<Answer> {
  const { site, db, form } = visit
  const { force, team } = await teamAt(db, visit.params)
  const framework = await frameworkAsked(visit, force.id)
  const read = readConfirmed(form, framework, dayAt(visit.now, force.timeZone))
  const asked = { site, team, framework, values: form }
  if (!read.ok) return shown(confirmContractPage({ ...asked, errors: read.errors }), 422)
  if (typed(form, 'check') !== '') return confirmContractPage({ ...asked, errors: {} })
  try {
    const keeper = { team, timeZone: force.timeZone, framework, at: visit.now, by: visit.person?.id ?? null }
    const { year } = await keepContract(db, read.value, keeper)
    return redirect(`/${team.id}/contract/${year}`)
  } catch (fault) {
    // What a person has put right is not thrown away with the refusal.
    if (!(fault instanceof Refusal) || fault.status !== 409) throw fault
    return shown(confirmContractPage({ ...asked, errors: { from: fault.message } }), 409)
  }
}

async function frameworkAsked(visit: Visit, forceId: string): Promise<Framework> {
  const frameworks = await frameworksOfForce(visit.db, forceId)
  const asked = typed(visit.form, 'framework')
  const found = frameworks.find(({ id }) => id === asked) ?? (asked === '' ? frameworks.at(-1) : undefined)
  if (found) return found
  throw new Refusal(
    frameworks.length === 0
      ? 'Load a framework first: a contract is made under one.'
      : `There is no framework “${asked}” for this force.`,
  )
}
