import { z } from 'zod'
import { communities, methods } from '#engagements/engagement.ts'
import { dayPattern } from './days.ts'

const words = z.string().min(1)
const on = z.string().regex(dayPattern, 'is not a day of the year such as 11-10, 09-2sat or *-lastfri')
const month = z.string().regex(/^\d\d$/)
const time = z.string().regex(/^\d\d:\d\d$/)
const facet = z.union([z.string(), z.boolean(), z.array(z.string())])
const range = z.strictObject({ from: z.number(), to: z.number() })

/** The same thing on several days: a row of evidence for each day and each subject (ids without the team's name). */
const happening = z.strictObject({
  kind: words,
  on: z.array(on).min(1),
  except: z.array(month).optional(),
  at: time.optional(),
  subjects: z.array(words).default([]),
  /** One figure for all days, one for each in order, or one by chance within a range. */
  quantities: z.record(words, z.union([z.number(), z.array(z.number()), range])).default({}),
  facets: z.record(words, facet).default({}),
  about: words.optional(),
})

/** What comes round so many times a week, by chance on one day or another. */
const rhythm = z.strictObject({
  kind: words,
  timesAWeek: z.number().positive(),
  /** How many of those times it was done. */
  share: z.number().min(0).max(1).default(1),
  from: on.optional(),
  to: on.optional(),
  subjects: z.array(words).default([]),
  quantities: z.record(words, range).default({}),
  facets: z.record(words, facet).default({}),
  /** Facets of which each row takes one value by chance. */
  choices: z.record(words, z.array(z.union([z.string(), z.boolean()])).min(1)).default({}),
})

const part = z.strictObject({
  team: z.array(happening).default([]),
  force: z.array(happening).default([]),
  rhythms: z.array(rhythm).default([]),
})

/** An engagement with a name and a place, held on these days. */
const event = z.strictObject({
  title: words,
  place: words,
  neighbourhood: words,
  method: z.enum(methods),
  on: z.array(on).min(1),
  except: z.array(month).optional(),
  at: time,
  /** How many people are usually there. */
  crowd: z.number().int().positive(),
  /** Days before it that it was advertised; not advertised where there are none. */
  advertised: z.number().int().positive().optional(),
  communities: z.array(z.enum(communities)).default([]),
  localEvent: z.literal(true).optional(),
  keyEvent: z.literal(true).optional(),
  volunteers: z.literal(true).optional(),
  specials: z.literal(true).optional(),
  ruralCrimeTeam: z.literal(true).optional(),
})

const patrols = z.strictObject({
  /** The share of days on which nobody could be spared. */
  quiet: z.number().min(0).max(1),
  beats: z.array(
    z.strictObject({ neighbourhood: words, share: z.number().min(0).max(1), places: z.array(words).min(1) }),
  ),
})

/** A team's year as it is told in a file: dates without a year, so that it can be told of any. */
export const storySchema = z.strictObject({
  before: part.prefault({}),
  year: part,
  events: z.array(event).default([]),
  patrols,
  /** The share of engagements of which nobody took a figure. */
  unclosed: z.number().min(0).max(1),
  /** From when engagements are approached with the assessment criteria; the whole year where nothing is said. */
  criteriaFrom: on.optional(),
  /** Schools are called every half term, but for this one in the first. */
  schoolLeftOut: words.optional(),
})

export type Story = z.infer<typeof storySchema>
export type Happening = z.infer<typeof happening>
export type Rhythm = z.infer<typeof rhythm>
export type StoryEvent = z.infer<typeof event>
export type Patrols = Story['patrols']
