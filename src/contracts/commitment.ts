import { z } from 'zod'
import { measureSchema } from '#measures/measure.ts'

const words = z.string().regex(/\S/, 'must say something')
const day = z.iso.date()

/** One promise in a team's plan; without a measure it is openly an assertion, which nobody can prove. */
export const commitmentSchema = z.strictObject({
  ref: z.string().regex(/^\S+$/, 'must be an identity without spaces, such as R35'),
  text: words,
  /** The title of the standard, or of the part of the plan, under which the promise stood. */
  heading: words,
  /** Standards of the framework it serves; none where it lies outside them. */
  standards: z.array(z.string().min(1)),
  who: words,
  with: z.array(words),
  /** Several measures are all promised: the worst of them stands. */
  measures: z.array(measureSchema),
  /** The words of the document it was read from. */
  words: z.string().optional(),
})

const contract = z.strictObject({
  framework: words,
  year: z.strictObject({ from: day, to: day }),
  completedOn: day,
  part1: z.array(z.strictObject({ heading: words, text: words })),
  commitments: z.array(commitmentSchema),
  goodPractice: z.array(words),
  toolRequests: z.array(words),
  /** What happened in the year that a reader should know; it stands beside what was missed, and excuses nothing. */
  contexts: z.array(z.strictObject({ from: day, to: day, text: words })).optional(),
})

/** A team's whole contract document: self evaluation, plan, good practice and requests. */
export const contractDocumentSchema = contract.superRefine(refuseRefsTwice).superRefine((document, context) => {
  if (document.year.to < document.year.from)
    context.addIssue({ code: 'custom', path: ['year', 'to'], message: 'the year ends before it starts' })
})

/** The same, kept in a file that serves any year: whoever loads it says which year and when it was completed. */
export const contractFileSchema = contract.partial({ year: true, completedOn: true }).superRefine(refuseRefsTwice)

export type Commitment = z.infer<typeof commitmentSchema>
export type ContractDocument = z.infer<typeof contractDocumentSchema>
export type ContractFile = z.infer<typeof contractFileSchema>

/** Evidence, standings and last year's recommendations all name a commitment by its ref. */
function refuseRefsTwice(
  document: { readonly commitments: readonly { readonly ref: string }[] },
  context: z.RefinementCtx,
) {
  const seen = new Set<string>()
  document.commitments.forEach(({ ref }, n) => {
    if (seen.has(ref))
      context.addIssue({
        code: 'custom',
        path: ['commitments', n, 'ref'],
        message: `${ref} is already another commitment`,
      })
    seen.add(ref)
  })
}
