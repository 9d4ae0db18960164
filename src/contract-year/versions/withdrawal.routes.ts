import { frameworkOfContract } from '#frameworks/known-frameworks.ts'
import { idOrNew } from '#network/typed-parts.ts'
import { may } from '#people/permissions.ts'
import { transaction } from '#platform/database/database.ts'
import type { FieldErrors } from '#platform/form.ts'
import { redirect, shown, type Answer } from '#platform/http/answers.ts'
import { get, post, type Route } from '#platform/http/routes.ts'
import type { Visit } from '#platform/http/visit.ts'
import { Refusal } from '#platform/refusal.ts'
import { deskOfYear, type YearFound } from '../contract-year-at.ts'
import { readWithdrawal } from './amend.form.ts'
import { amendmentPage } from './amendment.page.ts'
import { publishedAt } from './published-at.ts'
import { findVersion, type Version } from './versions.sql.ts'
import { withdrawVersion } from './withdraw-version.ts'

/** Withdrawing the version in force. */
export const withdrawalRoutes = (year: string): readonly Route[] => [
  get(`${year}/versions/:number/withdraw`, may('publish contracts'), ask),
  post(`${year}/versions/:number/withdraw`, may('publish contracts'), take),
]

type Found = YearFound & { readonly version: Version }

async function foundAt(visit: Visit): Promise<Found> {
  const found = await publishedAt(visit, 'republish')
  const { number = '' } = visit.params
  const version = /^\d{1,6}$/.test(number) ? await findVersion(visit.db, found.contract.id, Number(number)) : null
  if (version === null) throw new Refusal('This contract has no such version.', 404)
  return { ...found, version }
}

async function ask(visit: Visit): Promise<Answer> {
  return pageOf(visit, await foundAt(visit), {}, null)
}

async function take(visit: Visit): Promise<Answer> {
  const found = await foundAt(visit)
  const { contract, version, team, acting } = found
  const read = readWithdrawal(visit.form)
  if (!read.ok) return shown(await pageOf(visit, found, read.errors, null), 422)
  const asked = { id: idOrNew(visit.form), year: contract.year, number: version.number, ...read.value }
  try {
    await transaction(visit.db, (sql) => withdrawVersion(sql, asked, acting))
  } catch (fault) {
    if (!(fault instanceof Refusal) || fault.status !== 409) throw fault
    return shown(await pageOf(visit, found, {}, fault.message), 409)
  }
  return redirect(`${deskOfYear(team.id, contract.year)}/amend`)
}

async function pageOf(visit: Visit, found: Found, errors: FieldErrors, refused: string | null) {
  const { team, contract, version } = found
  const desk = deskOfYear(team.id, contract.year)
  return amendmentPage({
    site: visit.site,
    team,
    year: contract.year,
    is: 'withdraw version',
    name: String(version.number),
    action: `${desk}/versions/${version.number}/withdraw`,
    back: `${desk}/amend`,
    framework: await frameworkOfContract(visit.db, contract.frameworkId),
    promise: null,
    formId: idOrNew(visit.form),
    revision: contract.revision,
    values: visit.form,
    errors,
    refused,
  })
}
