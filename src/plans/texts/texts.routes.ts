import { changeDraft } from '#contract-year/change-draft.ts'
import type { Piece } from '#contract-year/draft-pieces.sql.ts'
import { refuseClosedDraft } from '#contract-year/state.ts'
import type { Contract } from '#contracts/contract.ts'
import { goodPracticeHeading, questionsOf, toolsHeading } from '#contracts/plan-parts.ts'
import { may } from '#people/permissions.ts'
import { transaction } from '#platform/database/database.ts'
import { typed, type FieldErrors, type FormValues } from '#platform/form.ts'
import { shown, type Answer } from '#platform/http/answers.ts'
import { get, post, type Route } from '#platform/http/routes.ts'
import type { Visit } from '#platform/http/visit.ts'
import { Refusal } from '#platform/refusal.ts'
import { orAgain } from '#platform/http/or-again.ts'
import { deskOfPlan, planAt, revisionOf, type PlanFound } from '#plans/plan-at.ts'
import { slugOf, withAnswer, withAside, type Aside } from '#plans/plan.ts'
import { linesOf, readText } from './text.form.ts'
import { textPage } from './text.page.ts'

/** The texts of a plan: the answers of part 1 and the two lists of part 3. */
export const planTextRoutes = (plan: string): readonly Route[] => [
  ...writing(`${plan}/answers/:question`, answerAt),
  ...writing(`${plan}/good-practice`, (found) => asideAt(found, 'goodPractice')),
  ...writing(`${plan}/tools`, (found) => asideAt(found, 'toolRequests')),
]

/** A text of the plan, where it stands in it, and how it is written anew. */
type PlanText = {
  readonly piece: Piece
  readonly part: 1 | 3
  readonly path: string
  readonly heading: string
  readonly asks: string
  readonly hint: string | null
  readonly text: string
  readonly write: (draft: Contract, text: string) => Contract
}

type TextAt = (found: PlanFound, visit: Visit) => PlanText

function answerAt({ contract, form }: PlanFound, { params }: Visit): PlanText {
  const question = questionsOf(contract, form).find(({ heading }) => slugOf(heading) === params['question'])
  if (question === undefined) throw new Refusal('The plan has no such question.', 404)
  const { heading, asks, text } = question
  return {
    piece: `answer ${heading}`,
    part: 1,
    path: `answers/${slugOf(heading)}`,
    heading,
    asks: asks ?? 'What the plan says here',
    hint: asks === null ? 'The form does not ask this. Empty the box to leave it out.' : 'Name nobody.',
    text,
    write: (draft, written) => withAnswer(draft, form, heading, written),
  }
}

function asideAt({ contract, form }: PlanFound, aside: Aside): PlanText {
  const isPractice = aside === 'goodPractice'
  return {
    piece: isPractice ? 'good practice' : 'tools',
    part: 3,
    path: isPractice ? 'good-practice' : 'tools',
    heading: isPractice ? goodPracticeHeading : toolsHeading,
    asks: (isPractice ? form.part3?.goodPractice : form.part3?.tools) ?? 'What the plan says here',
    hint: 'A line for each. Where there is nothing, say so.',
    text: contract[aside].join('\n'),
    write: (draft, written) => withAside(draft, aside, linesOf(written)),
  }
}

const writing = (path: string, textAt: TextAt): readonly Route[] => [
  get(path, may('write contracts'), (visit) => ask(visit, textAt)),
  post(path, may('write contracts'), (visit) => take(visit, textAt)),
]

async function ask(visit: Visit, textAt: TextAt): Promise<Answer> {
  const found = await planAt(visit)
  refuseClosedDraft(found.course.state)
  return pageOf(visit, found, textAt, { text: textAt(found, visit).text }, {}, null)
}

async function take(visit: Visit, textAt: TextAt): Promise<Answer> {
  const { db, form } = visit
  const found = await planAt(visit)
  const { piece, part, write } = textAt(found, visit)
  const read = readText(form)
  if (!read.ok) return shown(pageOf(visit, found, textAt, form, read.errors, null), 422)
  const { revision, text } = read.value
  const contractId = found.contract.id
  const verb = part === 1 ? 'answer a question of the plan' : 'write part 3 of the plan'
  const change = ({ draft }: { readonly draft: Contract }) => ({ draft: write(draft, text), piece })
  return orAgain(
    async () => {
      await transaction(db, (sql) => changeDraft(sql, { contractId, verb, revision, change }, found.acting))
      return `${deskOfPlan(found.team.id, found.contract.year)}#part-${part}`
    },
    async (why) => pageOf(visit, await planAt(visit), textAt, form, {}, why),
  )
}

function pageOf(
  visit: Visit,
  found: PlanFound,
  textAt: TextAt,
  values: FormValues,
  errors: FieldErrors,
  refused: string | null,
) {
  const told = textAt(found, visit)
  const revision =
    Object.keys(errors).length > 0 ? Number(typed(values, 'revision')) || 0 : revisionOf(found, told.piece)
  const texts = { theirs: told.text, yours: typed(values, 'text') }
  const clash = refused === null ? null : { why: refused, texts, by: found.pieces.get(told.piece)?.changedBy ?? null }
  return textPage({ site: visit.site, found, ...told, revision, values, errors, clash })
}
