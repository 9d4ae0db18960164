import type { Contract } from '#contracts/contract.ts'
import { frameworkOfContract } from '#frameworks/known-frameworks.ts'
import type { Framework } from '#frameworks/framework.ts'
import { subjectsOf } from '#ledger/subjects.sql.ts'
import { idOrNew } from '#network/typed-parts.ts'
import { isAllowed, may } from '#people/permissions.ts'
import { transaction } from '#platform/database/database.ts'
import { dayAt } from '#platform/day.ts'
import type { FieldErrors, FormValues } from '#platform/form.ts'
import { redirect, shown, type Answer } from '#platform/http/answers.ts'
import { get, post, type Route } from '#platform/http/routes.ts'
import type { Visit } from '#platform/http/visit.ts'
import { Refusal } from '#platform/refusal.ts'
import { deskOfYear, type YearFound } from '../contract-year-at.ts'
import { amendContract } from './amend-contract.ts'
import { readAmendment, type Setting } from './amend.form.ts'
import { amendPage } from './amend.page.ts'
import { newRef, type Amendment } from './amendment.ts'
import { amendmentPage } from './amendment.page.ts'
import { publishedAt } from './published-at.ts'
import { refsEver, versionsOf } from './versions.sql.ts'
import { withdrawalRoutes } from './withdrawal.routes.ts'

/** Amending a contract that the public reads, and withdrawing what was published in error. */
export const amendRoutes = (year: string): readonly Route[] => [
  get(`${year}/amend`, may('sign contracts'), showAmend),
  ...ways.flatMap(({ is, path }) => [
    get(`${year}/amend/${path}`, may('sign contracts'), (visit) => ask(visit, is)),
    post(`${year}/amend/${path}`, may('sign contracts'), (visit) => take(visit, is)),
  ]),
  ...withdrawalRoutes(year),
]

const ways: readonly { readonly is: Amendment['is']; readonly path: string }[] = [
  { is: 'change', path: 'change/:ref' },
  { is: 'withdraw', path: 'withdraw/:ref' },
  { is: 'add', path: 'add' },
  { is: 'tell', path: 'tell' },
]

async function showAmend(visit: Visit): Promise<Answer> {
  const found = await publishedAt(visit, 'tell')
  const { team, contract, force } = found
  const isOver = dayAt(visit.now, force.timeZone) > contract.span.to
  const mayWithdraw = visit.person !== null && isAllowed(visit.person, 'publish contracts', visit.params)
  const versions = await versionsOf(visit.db, contract.id)
  return amendPage({ site: visit.site, team, contract, versions, isOver, mayWithdraw })
}

type Found = YearFound & { readonly setting: Setting }

async function foundAt(visit: Visit, is: Amendment['is']): Promise<Found> {
  const found = await publishedAt(visit, is)
  const { contract, force, team } = found
  const framework = await frameworkOfContract(visit.db, contract.frameworkId)
  const ref = aboutPromise(is) ? (visit.params['ref'] ?? '') : ''
  const setting = {
    contract,
    framework,
    ref,
    forceId: force.id,
    today: dayAt(visit.now, force.timeZone),
    known: await subjectsOf(visit.db, force.id, [team.id]),
    promise: contract.commitments.find((each) => each.ref === ref) ?? null,
    newRef: newRef(await refsTaken(visit, contract, framework)),
  }
  return { ...found, setting }
}

/** Refs of any version of the contract and of what its framework asks: pages and evidence name promises by them. */
async function refsTaken({ db }: Visit, contract: Contract, framework: Framework): Promise<ReadonlySet<string>> {
  const { standards, serviceStandards, duties } = framework
  const ofStandards = [...standards.flatMap(({ measures }) => measures), ...serviceStandards].map(({ id }) => id)
  const own = [...(await refsEver(db, contract.id)), ...contract.commitments.map(({ ref }) => ref)]
  return new Set([...own, ...ofStandards, ...duties.map(({ ref }) => ref)])
}

const aboutPromise = (is: Amendment['is']): boolean => is === 'change' || is === 'withdraw'

async function ask(visit: Visit, is: Amendment['is']): Promise<Answer> {
  const found = await foundAt(visit, is)
  const { promise } = found.setting
  if (aboutPromise(is) && promise === null) throw new Refusal('This contract makes no such promise, or no longer.', 404)
  const values = is === 'change' && promise !== null ? valuesOf(promise) : {}
  return pageOf(visit, is, found, { values, errors: {}, refused: null })
}

const valuesOf = ({ text, who, with: parties, measures }: Contract['commitments'][number]): FormValues => ({
  text,
  who,
  with: parties.join('; '),
  measured: measures.length === 0 ? 'not at all' : 'as before',
})

async function take(visit: Visit, is: Amendment['is']): Promise<Answer> {
  const found = await foundAt(visit, is)
  const { contract, team, acting, setting } = found
  const again = (errors: FieldErrors, refused: string | null, status: 404 | 409 | 422) =>
    shown(pageOf(visit, is, found, { values: visit.form, errors, refused }), status)
  const id = idOrNew(visit.form)
  const read = readAmendment(visit.form, is, setting)
  if (!read.ok) return again(read.errors, null, 422)
  const asked = { id, year: contract.year, ...read.value }
  try {
    await transaction(visit.db, (sql) => amendContract(sql, asked, acting))
  } catch (fault) {
    if (!(fault instanceof Refusal)) throw fault
    if (fault.status === 409 || fault.status === 404 || fault.status === 422)
      return again({}, fault.message, fault.status)
    throw fault
  }
  return redirect(`${deskOfYear(team.id, contract.year)}/amend`)
}

type Sent = { readonly values: FormValues; readonly errors: FieldErrors; readonly refused: string | null }

function pageOf(visit: Visit, is: Amendment['is'], { team, contract, setting }: Found, sent: Sent) {
  const desk = `${deskOfYear(team.id, contract.year)}/amend`
  const { ref } = setting
  return amendmentPage({
    site: visit.site,
    team,
    year: contract.year,
    is,
    name: ref,
    action: ref === '' ? `${desk}/${is}` : `${desk}/${is}/${encodeURIComponent(ref)}`,
    back: desk,
    framework: setting.framework,
    promise: setting.promise,
    formId: idOrNew(visit.form),
    revision: contract.revision,
    ...sent,
  })
}
