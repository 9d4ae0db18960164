import { refuseClosedDraft } from '#contract-year/state.ts'
import type { Commitment } from '#contracts/commitment.ts'
import { subjectsOf } from '#ledger/subjects.sql.ts'
import { idOrNew } from '#network/typed-parts.ts'
import { may } from '#people/permissions.ts'
import { transaction } from '#platform/database/database.ts'
import { dayAt } from '#platform/day.ts'
import { typed, type FieldErrors, type FormValues } from '#platform/form.ts'
import { redirect, shown, type Answer } from '#platform/http/answers.ts'
import { get, post, type Route } from '#platform/http/routes.ts'
import type { Visit } from '#platform/http/visit.ts'
import { Refusal } from '#platform/refusal.ts'
import { orAgain } from '#platform/http/or-again.ts'
import { libraryAt } from '#plans/library/library-at.ts'
import { measuredInWords } from '#plans/measured-in-words.ts'
import { deskOfPlan, planAt, revisionOf, type PlanFound } from '#plans/plan-at.ts'
import { readPromise, valuesOfPromise, type ToldPromise } from './promise.form.ts'
import { promisePage, type PromiseShown } from './promise.page.ts'
import { promiseText } from './promise-text.ts'
import { besideTyped, readTakeOut, readRevision } from './promise-verbs.form.ts'
import { planShownAt } from '#plans/shown-at.ts'
import { addPromise, changePromise, movePromise, takeOutPromise } from './write-promise.ts'

/** The promises of a plan: added, changed, taken out and put in order. */
export const planPromiseRoutes = (plan: string): readonly Route[] => [
  get(`${plan}/promises/new`, may('write contracts'), ask),
  post(`${plan}/promises/new`, may('write contracts'), take),
  get(`${plan}/promises/:ref`, may('write contracts'), ask),
  post(`${plan}/promises/:ref`, may('write contracts'), take),
  post(`${plan}/promises/:ref/take-out`, may('write contracts'), takeOut),
  post(`${plan}/promises/:ref/move`, may('write contracts'), move),
]

/** The promise that a form is about: one of the plan, one of the library, or none yet. */
type Asked = {
  readonly found: PlanFound
  readonly ref: string | null
  readonly before: Commitment | null
  readonly like: string
  readonly last: Awaited<ReturnType<typeof libraryAt>>['last']
}

async function askedAt(visit: Visit): Promise<Asked> {
  const found = await planAt(visit)
  const ref = visit.params['ref'] ?? null
  if (ref !== null) {
    const before = found.contract.commitments.find((each) => each.ref === ref) ?? null
    return { found, ref, before, like: '', last: null }
  }
  const { shelf, last } = await libraryAt(visit, found)
  const like = typed(visit.form, 'like') || typed(visit.query, 'like')
  const before = shelf.find((each) => each.like === like)?.promise ?? null
  return { found, ref, before, like: before === null ? '' : like, last }
}

async function ask(visit: Visit): Promise<Answer> {
  const asked = await askedAt(visit)
  refuseClosedDraft(asked.found.course.state)
  const { ref, before } = asked
  if (ref !== null && before === null) throw new Refusal(`There is no promise ${ref} in this plan.`, 404)
  const values = before === null ? { who: 'The team' } : valuesOfPromise(before)
  return pageOf(visit, asked, values, { measured: before && measuredInWords(before.measures) })
}

async function take(visit: Visit): Promise<Answer> {
  const { db, form } = visit
  const asked = await askedAt(visit)
  const { found, ref } = asked
  if (ref === null && wasSent(asked, form)) return redirect(partTwo(found))
  const read = await readAt(visit, asked)
  if (!read.ok) return shown(pageOf(visit, asked, form, { errors: read.errors }), 422)
  const { measured } = read.value
  const isSeen = typed(form, 'check') === '' && typed(form, 'seen') === measured
  if (!isSeen) return pageOf(visit, asked, form, { measured })
  const revision = readRevision(form)
  return orAgain(
    async () => {
      const kept = { contractId: found.contract.id, ...read.value }
      if (ref !== null) await transaction(db, (sql) => changePromise(sql, { ...kept, ref, revision }, found.acting))
      else await transaction(db, (sql) => addPromise(sql, { ...kept, ...additionOf(asked, visit) }, found.acting))
      return ref === null ? partTwo(found) : placeOf(found, ref)
    },
    async (refused) => pageOf(visit, await askedAt(visit), form, { measured, refused, mine: read.value }),
  )
}

/** What a form added stands no longer in the library, so one sent again is known by its id. */
const wasSent = ({ found }: Asked, form: FormValues): boolean =>
  found.pieces.values().some(({ formId }) => formId !== null && formId === typed(form, 'id'))

const partTwo = ({ team, contract }: PlanFound): string => `${deskOfPlan(team.id, contract.year)}#part-2`
const placeOf = ({ team, contract }: PlanFound, ref: string): string =>
  `${deskOfPlan(team.id, contract.year)}#promise-${encodeURIComponent(ref)}`

/** What comes back from last year keeps its ref; all else is given a new one. */
const additionOf = ({ like, last, before }: Asked, { form }: Visit) => ({
  formId: idOrNew(form),
  ref: like.startsWith('last ') ? (before?.ref ?? null) : null,
  last,
})

async function readAt(visit: Visit, { found, before }: Asked) {
  const { framework, team, force, contract } = found
  const known = await subjectsOf(visit.db, force.id, [team.id])
  const today = dayAt(visit.now, force.timeZone)
  const setting = { framework, teamId: team.id, forceId: force.id, from: contract.span.from, today, known, before }
  return readPromise(visit.form, setting)
}

type Shows = {
  readonly errors?: FieldErrors
  readonly measured?: string | null
  readonly refused?: string
  /** What was to be kept and was refused. */
  readonly mine?: ToldPromise
}

function pageOf(visit: Visit, asked: Asked, values: FormValues, shows: Shows) {
  const { found, ref, before, like } = asked
  const { errors = {}, measured = null, refused, mine } = shows
  const piece = `promise ${ref ?? ''}`
  const isSent = refused === undefined && Object.hasOwn(values, 'revision')
  const texts =
    mine && before && ref !== null ? { theirs: promiseText(before), yours: promiseText(mine.promise) } : null
  const page: PromiseShown = {
    site: visit.site,
    found,
    ref,
    before,
    like,
    formId: idOrNew(visit.form),
    revision: isSent ? readRevision(values) : revisionOf(found, piece),
    values,
    errors,
    measured,
    clash: refused === undefined ? null : { why: refused, texts, by: found.pieces.get(piece)?.changedBy ?? null },
  }
  return promisePage(page)
}

async function takeOut(visit: Visit): Promise<Answer> {
  const { db, form, params } = visit
  const asked = await askedAt(visit)
  const { found, before } = asked
  const ref = params['ref'] ?? ''
  const measured = before && measuredInWords(before.measures)
  const values = { ...(before && valuesOfPromise(before)), ...form }
  const read = readTakeOut(form)
  if (!read.ok) return shown(pageOf(visit, asked, values, { errors: read.errors, measured }), 422)
  return orAgain(
    async () => {
      const out = { contractId: found.contract.id, ref, ...read.value }
      await transaction(db, (sql) => takeOutPromise(sql, out, found.acting))
      return partTwo(found)
    },
    async (refused) => pageOf(visit, asked, values, { measured, refused }),
  )
}

async function move(visit: Visit): Promise<Answer> {
  const found = await planAt(visit)
  const ref = visit.params['ref'] ?? ''
  const moved = { contractId: found.contract.id, ref, beside: besideTyped(visit.form) }
  return orAgain(
    async () => {
      await transaction(visit.db, (sql) => movePromise(sql, moved, found.acting))
      return placeOf(found, ref)
    },
    (refused) => planShownAt(visit, refused),
  )
}
