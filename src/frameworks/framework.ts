import { z } from 'zod'
import { measureSchema } from '#measures/measure.ts'

const words = z.string().regex(/\S/, 'must say something')
const id = z.string().regex(/^\S+$/, 'must be an identity without spaces, such as D2.4')
const day = z.iso.date()
/** Several measures on one line of a framework are all asked for: the worst of them stands. */
const measures = z.array(measureSchema).min(1)

const measured = z.strictObject({ id, title: words, measures })

const standard = z.strictObject({
  id,
  title: words,
  keyElements: z.array(words),
  measures: z.array(measured).min(1),
})

const pillar = z.strictObject({ id, title: words, promise: words, commitments: z.array(words) })

/** What binds the force, its commissioner's office or every team alike, rather than one team's own plan. */
const duty = z.strictObject({
  ref: id,
  text: words,
  who: words,
  with: z.array(words),
  /** Standards or service standards of this framework that the duty serves. */
  standards: z.array(id),
  measures,
})

/** The form in which a team writes its plan: what it tells of itself, under which headings it promises, what it offers and asks for. */
const form = z.strictObject({
  part1: z.array(z.strictObject({ heading: words, asks: words })).min(1),
  /** Each with the standards that its promises serve. */
  part2: z.array(z.strictObject({ heading: words, standards: z.array(id).min(1) })).min(1),
  part3: z.strictObject({ goodPractice: words, tools: words }),
})

/** A framework file: what a force asks of its teams between two days, in the measure language. */
export const frameworkSchema = z.strictObject({
  $schema: z.string().optional(),
  id: z.string().regex(/^[a-z0-9]+(-[a-z0-9]+)*$/, 'must be lower-case words joined by hyphens, such as dorset-2019'),
  title: words,
  force: id,
  from: day,
  to: day.nullable(),
  source: words,
  /** Frameworks older than their forms have none: their plans are asked what last year's were. */
  form: form.optional(),
  standards: z.array(standard).min(1),
  pillars: z.array(pillar).default([]),
  serviceStandards: z.array(measured).default([]),
  duties: z.array(duty).default([]),
})

/** A versioned set of standards with measures; once a contract is made under it, it never changes. */
export type Framework = z.infer<typeof frameworkSchema>
/** One standard, with the titles of what it asks and the measures that say whether it is met. */
export type Standard = Framework['standards'][number]
/** One line of a standard, or one service standard, and how it is measured. */
export type Measured = Standard['measures'][number]
/** A strand of the promise made to the public as a whole. */
export type Pillar = Framework['pillars'][number]
export type Duty = Framework['duties'][number]
export type PlanForm = NonNullable<Framework['form']>
