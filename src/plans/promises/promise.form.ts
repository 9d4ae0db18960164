import type { Commitment } from '#contracts/commitment.ts'
import { measuresOffered } from '#contracts/measures-offered.ts'
import { planSubjects } from '#contracts/plan-subjects.ts'
import { declareMeasure, overSubjects } from '#contracts/reading/declare.ts'
import type { CommitmentGuess } from '#contracts/reading/commitments.ts'
import { readToldCommitment } from '#contracts/told-commitment.ts'
import type { Framework } from '#frameworks/framework.ts'
import { headingFor, outsideStandards, planFormOf } from '#frameworks/plan-form.ts'
import type { Subject } from '#ledger/subjects.sql.ts'
import type { Measure } from '#measures/measure.ts'
import type { Day } from '#platform/day.ts'
import { typed, typedList, type FieldErrors, type FormResult, type FormValues } from '#platform/form.ts'
import { measuredInWords } from '#plans/measured-in-words.ts'

/** Under what a promise is told. */
export type PromiseSetting = {
  readonly framework: Framework
  readonly teamId: string
  readonly forceId: string
  /** Since when those it names are known by it. */
  readonly from: Day
  readonly today: Day
  readonly known: readonly Subject[]
  /** What it was until now, or what it is like; null where it is written free. */
  readonly before: Commitment | null
}

/** A promise as it would be kept, and how it would be measured, to be read before it is. */
export type ToldPromise = {
  readonly promise: Omit<Commitment, 'ref'>
  readonly named: readonly Subject[]
  readonly measured: string
}

/** A promise as the form shows it first. */
export const valuesOfPromise = ({ text, standards, who, with: parties, measures }: Commitment): FormValues => ({
  text,
  standards,
  who,
  with: parties.join('; '),
  measured: 'as it is',
  seen: measuredInWords(measures),
})

/** A promise of the form, or every mistake in it; what cannot be measured as it asks is one. */
export function readPromise(form: FormValues, setting: PromiseSetting): FormResult<ToldPromise> {
  const { framework, before } = setting
  const standards = [...new Set(typedList(form, 'standards'))]
  const field = (name: string) => fieldOf(form, standards, name)
  const { guess, errors } = readToldCommitment(field, framework)
  const found = guess === null ? null : measuresFor(guess, form, setting)
  const faults: FieldErrors = {
    ...errors,
    ...(standards.every((id) => framework.standards.some((each) => each.id === id))
      ? {}
      : { standards: 'Choose standards from the list' }),
    ...(found !== null && 'fault' in found ? found.fault : {}),
  }
  if (guess === null || found === null || 'fault' in found || Object.keys(faults).length > 0)
    return { ok: false, errors: asAsked(faults), values: form }
  const { text, who, with: parties } = guess
  const heading = headingOf(standards, before, framework)
  const promise = { text, heading, standards, who, with: [...parties], measures: [...found.measures] }
  return { ok: true, value: { promise, named: found.named, measured: measuredInWords(found.measures) } }
}

/** The errors of a promise by the fields of this form. */
const asAsked = ({ standard, ...errors }: FieldErrors): FieldErrors =>
  standard === undefined ? errors : { standards: standard, ...errors }

function fieldOf(form: FormValues, standards: readonly string[], name: string): string {
  if (name === 'measure') return typed(form, 'measured')
  if (name === 'standard') return standards[0] ?? ''
  return clean(typed(form, name === 'words' ? 'text' : name))
}

const clean = (text: string) => text.replaceAll('\0', '').replaceAll('\r\n', '\n').toWellFormed().trim()

/** What stands under a heading of the form moves with its standards; a recommendation stays what it was. */
function headingOf(standards: readonly string[], before: Commitment | null, framework: Framework): string {
  const form = planFormOf(framework)
  const asked = [...form.part2.map(({ heading }) => heading), outsideStandards]
  const isSame = before !== null && before.standards.join() === standards.join()
  return before !== null && (isSame || !asked.includes(before.heading)) ? before.heading : headingFor(form, standards)
}

type Found =
  { readonly measures: readonly Measure[]; readonly named: readonly Subject[] } | { readonly fault: FieldErrors }

function measuresFor(guess: CommitmentGuess, form: FormValues, setting: PromiseSetting): Found {
  const { framework, before } = setting
  const how = typed(form, 'measured')
  if (how === 'not at all') return { measures: [], named: [] }
  if (how === 'as it is' && before !== null) return { measures: before.measures, named: [] }
  if (how === 'framework') {
    const asked = typed(form, 'line')
    const line = framework.standards.flatMap(({ measures }) => measures).find(({ id }) => id === asked)
    return line ? { measures: line.measures, named: [] } : { fault: { line: 'Choose a measure of the framework' } }
  }
  if (!measuresOffered.some(({ name }) => name === how)) return { fault: { measured: 'Choose how it is measured' } }
  return declared(guess, setting)
}

function declared(guess: CommitmentGuess, { today, known, forceId, teamId, from }: PromiseSetting): Found {
  const { measures, subjects } = declareMeasure(guess, today)
  if (measures.length === 0) return { fault: { measured: lacking } }
  const meant = planSubjects(subjects, known, { forceId, teamId, from })
  const ids = meant.all ? [] : meant.subjects.map(({ id }) => id)
  const named = meant.subjects.filter((subject) => !known.includes(subject))
  return { measures: overSubjects(measures, ids), named: meant.all ? [] : named }
}

const lacking =
  'It cannot be measured so: its words name no evidence that we know, or a part is missing, such as who is to be reached. Say it in other words, measure it in another way, or choose “Not at all”'
