import { isAllowed, may } from '#people/permissions.ts'
import { transaction } from '#platform/database/database.ts'
import type { FormValues } from '#platform/form.ts'
import { redirect, shown, type Answer } from '#platform/http/answers.ts'
import { get, post, type Route } from '#platform/http/routes.ts'
import type { Visit } from '#platform/http/visit.ts'
import { Refusal } from '#platform/refusal.ts'
import { contractYearAt, deskOfYear, standingAt } from '../contract-year-at.ts'
import { draftParagraphs } from './draft-paragraphs.ts'
import { paragraphPage } from './paragraph.page.ts'
import { asTyped, readParagraph, readVersion } from './self-evaluation.form.ts'
import { selfEvaluationPage } from './self-evaluation.page.ts'
import { outdated } from './self-evaluation.ts'
import { refuseUnopened } from '../state.ts'
import { newestSelfEvaluation, versionsOf } from './self-evaluations.sql.ts'
import { draftAgain, editParagraph } from './write-self-evaluation.ts'

/** What a team says of its year, and how it is written. */
export const selfEvaluationRoutes = (year: string): readonly Route[] => [
  get(`${year}/self-evaluation`, may('see a contract’s year'), (visit) => show(visit, null)),
  post(`${year}/self-evaluation/again`, may('write contracts'), takeAgain),
  get(`${year}/self-evaluation/:standard`, may('write contracts'), ask),
  post(`${year}/self-evaluation/:standard`, may('write contracts'), take, { maxBytes: 256 * 1024 }),
]

async function textAt(visit: Visit) {
  const found = await contractYearAt(visit)
  const text = await newestSelfEvaluation(visit.db, found.contract.id)
  if (text === null) throw new Refusal('The self evaluation of this year was not drafted yet.', 404)
  return { ...found, text }
}

async function show(visit: Visit, refused: string | null): Promise<Answer> {
  const found = await textAt(visit)
  const { force, team, contract, text, course } = found
  const isOpen = course.state === 'self evaluation drafted'
  const mayWrite = isOpen && visit.person !== null && isAllowed(visit.person, 'write contracts', visit.params)
  const stale = isOpen ? outdated(text.paragraphs, draftParagraphs(await standingAt(visit, found))) : []
  const versions = await versionsOf(visit.db, contract.id)
  const { timeZone } = force
  const { site } = visit
  const answer = selfEvaluationPage({ site, team, timeZone, contract, text, stale, versions, mayWrite, refused })
  return refused === null ? answer : shown(answer, 409)
}

async function takeAgain(visit: Visit): Promise<Answer> {
  const found = await contractYearAt(visit)
  const read = readVersion(visit.form)
  if (!read.ok) return show(visit, 'Open the page again.')
  try {
    const asked = { version: read.value.version, standing: await standingAt(visit, found) }
    await transaction(visit.db, (sql) => draftAgain(sql, asked, found.acting))
  } catch (fault) {
    if (!(fault instanceof Refusal) || fault.status !== 409) throw fault
    return show(visit, fault.message)
  }
  return redirect(`${deskOfYear(found.team.id, found.contract.year)}/self-evaluation`)
}

async function paragraphAt(visit: Visit) {
  const found = await textAt(visit)
  const paragraph = found.text.paragraphs.find(({ standard }) => standard === visit.params['standard'])
  if (!paragraph) throw new Refusal('The self evaluation has no such part.', 404)
  return { ...found, paragraph }
}

async function ask(visit: Visit): Promise<Answer> {
  refuseUnopened((await contractYearAt(visit)).course.state)
  return form(visit, null, {}, null)
}

async function take(visit: Visit): Promise<Answer> {
  const { team, contract, paragraph, acting } = await paragraphAt(visit)
  const read = readParagraph(visit.form)
  if (!read.ok) return shown(await form(visit, visit.form, read.errors, null), 422)
  try {
    const asked = { contractId: contract.id, standard: paragraph.standard, ...read.value }
    await transaction(visit.db, (sql) => editParagraph(sql, asked, acting))
  } catch (fault) {
    if (!(fault instanceof Refusal) || fault.status !== 409) throw fault
    return shown(await form(visit, visit.form, {}, fault.message), 409)
  }
  return redirect(`${deskOfYear(team.id, contract.year)}/self-evaluation#${paragraph.standard}`)
}

async function form(
  visit: Visit,
  sent: FormValues | null,
  errors: Readonly<Record<string, string>>,
  refused: string | null,
) {
  const { team, contract, text, paragraph } = await paragraphAt(visit)
  const typed = sent === null ? null : asTyped(sent)
  return paragraphPage({ site: visit.site, team, contract, version: text.version, paragraph, typed, errors, refused })
}
