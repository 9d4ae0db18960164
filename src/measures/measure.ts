import { z } from 'zod'
import { durationPattern, recurrenceFault } from './recurrence.ts'

/*
 * The measure language: eleven ways of reading the ledger, and no more. docs/measure-language.md shows each at work.
 * A decision nobody has taken (an interval, a target) is written `null` or left out, and stands as *unmeasurable*.
 */

const name = z.string().min(1)

/** Which evidence a measure reads: rows of these kinds, whose facets answer `where`, that carry a figure for `having`. */
const reading = z.strictObject({
  kind: z.union([name, z.array(name).min(1)]),
  where: z.record(name, z.union([z.string(), z.boolean(), z.array(z.string()).min(1)])).optional(),
  having: name.optional(),
  /** Only the newest row of each subject (or of the team, where the kind has no subject): a state, not a history. */
  latest: z.literal(true).optional(),
})

/** What must be touched: subjects of a kind that exist in the period (all, or those named), or each of these values of a facet. */
const expected = z.union([
  z.strictObject({ subject: name, only: z.array(name).min(1).optional() }),
  z.strictObject({ facet: name, values: z.array(z.string().min(1)).min(1) }),
])

/** A level to reach, in the unit of the measure (percent for shares, coverage and percentage growth). */
const target = z.union([
  z.strictObject({ atLeast: z.number() }),
  z.strictObject({ atMost: z.number() }),
  z.strictObject({ above: z.number() }),
])

const per = z.enum(['day', 'week', 'month', 'quarter', 'half year', 'half term', 'contract year', 'rolling year'])

const duration = z.string().regex(durationPattern, 'is not an ISO 8601 duration such as P6W or PT24H')
const day = z.iso.date()
const percent = z.number().min(0).max(100)

/** How often: an RFC 5545 rule (`FREQ=MONTHLY;INTERVAL=6`), a longest gap (`P6W`), the school calendar, or as each subject agreed. */
const every = z
  .string()
  .superRefine((text, context) => {
    const fault = recurrenceFault(text)
    if (fault) context.addIssue({ code: 'custom', message: fault })
  })
  .nullable()

const shared = {
  /** What is missing where the measure cannot be judged, in words: "how often the team means to post". */
  undecided: z.string().min(1).optional(),
}

export const measureSchema = z.discriminatedUnion('measure', [
  z.strictObject({ measure: z.literal('count'), of: reading, per, target: target.optional(), ...shared }),
  z.strictObject({ measure: z.literal('sum'), of: reading, quantity: name, per, target: target.optional(), ...shared }),
  z.strictObject({
    measure: z.literal('distinct'),
    of: reading,
    facet: name,
    per,
    target: target.optional(),
    ...shared,
  }),
  z.strictObject({
    measure: z.literal('coverage'),
    of: reading,
    expected,
    per,
    target: target.default({ atLeast: 100 }),
    ...shared,
  }),
  z.strictObject({
    measure: z.literal('cadence'),
    of: reading,
    expected: expected.optional(),
    every,
    /** How long after its day a thing may still be done and count as late rather than missed. */
    grace: duration.optional(),
    /** "Generally": the share of periods, in percent, that must be kept for the promise to be kept. */
    generally: percent.optional(),
    /** Days that are bank holidays or weekends are excused from a daily promise. */
    workingDays: z.literal(true).optional(),
    ...shared,
  }),
  z.strictObject({
    measure: z.literal('growth'),
    of: z.union([
      z.strictObject({ snapshot: name, quantity: name, only: z.array(name).min(1).optional() }),
      z.strictObject({ count: reading }),
      z.strictObject({ sum: reading, quantity: name }),
      z.strictObject({ distinct: reading, facet: name }),
    ]),
    from: z.union([z.strictObject({ value: z.number(), on: day }), z.enum(['contract start', 'previous year'])]),
    to: z.union([
      z.strictObject({ value: z.number() }),
      z.strictObject({ percent: z.number() }),
      z.literal('increase'),
    ]),
    by: z.union([day, z.literal('contract end')]).default('contract end'),
    ...shared,
  }),
  z.strictObject({
    measure: z.literal('share'),
    of: reading,
    satisfied: z.union([
      z
        .strictObject({ where: reading.shape.where, having: reading.shape.having })
        .refine(({ where, having }) => where !== undefined || having !== undefined, 'must ask something'),
      z.strictObject({ answeredBy: reading }),
      z.strictObject({ quantities: z.tuple([name, name]) }),
    ]),
    per,
    target: target.optional(),
    ...shared,
  }),
  z.strictObject({
    measure: z.literal('latency'),
    from: reading,
    to: reading,
    within: duration.nullable(),
    /** The share of pairs, in percent, that must be within the limit. */
    share: percent.default(100),
    workingDays: z.literal(true).optional(),
    ...shared,
  }),
  z.strictObject({
    measure: z.literal('age'),
    of: reading,
    expected: expected.optional(),
    within: z.union([duration, z.literal('agreed')]).nullable(),
    ...shared,
  }),
  z.strictObject({ measure: z.literal('present'), of: reading, expected: expected.optional(), ...shared }),
  z.strictObject({
    measure: z.literal('judged'),
    of: reading,
    question: z.string().min(1),
    /** Grades from worst to best. */
    scale: z.array(z.string().min(1)).min(2),
    passes: z.array(z.string().min(1)).min(1),
    ...shared,
  }),
])

/** One typed, checked way of reading the ledger. */
export type Measure = z.infer<typeof measureSchema>
export type MeasureName = Measure['measure']
export type Reading = z.infer<typeof reading>
export type Expected = z.infer<typeof expected>
export type Target = z.infer<typeof target>
export type Per = z.infer<typeof per>
export type MeasureOf<N extends MeasureName> = Extract<Measure, { measure: N }>
