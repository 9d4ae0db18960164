import { audit } from '#platform/audit.ts'
import type { Sql } from '#platform/database/database.ts'
import { inWords } from '#platform/day.ts'
import { Refusal } from '#platform/refusal.ts'
import type { ContractStanding } from '#standings/contract-standing.ts'
import { takeCourse } from '../course.sql.ts'
import { refuseUnopened } from '../state.ts'
import { takeContractStep, type Acting } from '../take-contract-step.ts'
import { draftParagraphs } from './draft-paragraphs.ts'
import { draftedAgain, edited, type Edited, type Paragraph, type SelfEvaluation } from './self-evaluation.ts'
import { addVersion, newestSelfEvaluation } from './self-evaluations.sql.ts'

type Asked = { readonly revision: number | null; readonly standing: ContractStanding }

/**
 * Drafts a contract's self evaluation from how it stands in the caller's transaction, and takes that step of its year.
 * Throws as `takeContractStep` does.
 */
export async function draftSelfEvaluation(sql: Sql, { revision, standing }: Asked, acting: Acting): Promise<void> {
  const { id: contractId, span } = standing.contract
  if (standing.today < span.from)
    throw new Refusal(`Its year begins on ${inWords(span.from)}: there is nothing to evaluate yet.`, 409)
  const before = await takeContractStep(sql, { contractId, step: 'draft the self evaluation', revision }, acting)
  if (before === null) return
  await write(sql, contractId, null, standing, draftParagraphs(standing), acting)
}

type Again = { readonly version: number; readonly standing: ContractStanding }

/** Drafts the figures again as they are now; what somebody asserted stays. Throws a Refusal (409) where it is not open, or was written meanwhile. */
export async function draftAgain(sql: Sql, { version, standing }: Again, acting: Acting): Promise<void> {
  const { id } = standing.contract
  const before = await openText(sql, id, version, acting)
  await write(sql, id, before, standing, draftedAgain(before.paragraphs, draftParagraphs(standing)), acting)
}

type Rewritten = {
  readonly contractId: string
  /** The version that the form was opened with. */
  readonly version: number
  readonly standard: string
  readonly words: Edited
}

/** Edits one paragraph: a sentence that was changed or added is an assertion from then on. Throws as `draftAgain` does. */
export async function editParagraph(sql: Sql, asked: Rewritten, acting: Acting): Promise<void> {
  const { contractId, version, standard, words } = asked
  const before = await openText(sql, contractId, version, acting)
  const change = (each: Paragraph) => (each.standard === standard ? edited(each, words) : each)
  await write(sql, contractId, before, before, before.paragraphs.map(change), acting)
}

/** The text that may be written on. */
async function openText(sql: Sql, contractId: string, version: number, { teamId }: Acting): Promise<SelfEvaluation> {
  const course = await takeCourse(sql, teamId, contractId)
  refuseUnopened(course?.state)
  const text = await newestSelfEvaluation(sql, contractId)
  if (text?.version !== version) throw writtenMeanwhile()
  return text
}

/** Thrown where somebody else wrote a version since the form was opened. */
const writtenMeanwhile = (): Refusal =>
  new Refusal(
    'Somebody else changed the self evaluation while you typed. What you typed is kept below: look at both, then send.',
    409,
  )

async function write(
  sql: Sql,
  contractId: string,
  before: SelfEvaluation | null,
  { asAt }: Pick<SelfEvaluation, 'asAt'>,
  paragraphs: readonly Paragraph[],
  { person, at }: Acting,
): Promise<void> {
  const by = person?.id ?? null
  const newest = before ?? (await newestSelfEvaluation(sql, contractId))
  const version = (newest?.version ?? 0) + 1
  if (!(await addVersion(sql, { contractId, version, asAt, paragraphs }, { at, by }))) throw writtenMeanwhile()
  await audit(sql, {
    at,
    personId: by,
    verb: 'write a self evaluation',
    about: `contract:${contractId}`,
    detail: { version },
  })
}
