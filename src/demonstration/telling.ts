import type { Fact } from '#ledger/evidence.ts'
import { addDays, addMonths, type Day, type Span } from '#platform/day.ts'
import { engagementsHeld, type Held } from './engagements-held.ts'
import { factsOfHappenings, factsOfRhythms, type Setting } from './happenings.ts'
import { schoolCalls, type School } from './school-calls.ts'
import type { Story } from './story.ts'

/** What the schools of the area are and when they are open. */
export type Schooling = { readonly schools: readonly School[]; readonly halfTerms: readonly Span[] }

/** What came of a story up to a day. */
export type Told = { readonly team: readonly Fact[]; readonly force: readonly Fact[]; readonly held: readonly Held[] }

/** Tells a story as it went before a day: what the rest of the year will bring is not told yet. */
export function tell(story: Story, setting: Setting, schooling: Schooling, before: Day): Told {
  const earlier = { ...setting, year: yearBefore(setting.year) }
  const held = engagementsHeld(story, setting).filter(({ engagement }) => engagement.heldOn < before)
  const team = [
    ...factsOfHappenings(story.before.team, earlier),
    ...factsOfRhythms(story.before.rhythms, earlier),
    ...factsOfHappenings(story.year.team, setting),
    ...factsOfRhythms(story.year.rhythms, setting),
    ...schoolCalls(
      schooling.schools,
      schooling.halfTerms,
      story.schoolLeftOut && `${setting.slug}/${story.schoolLeftOut}`,
    ),
    ...held.map(({ fact }) => fact),
  ]
  const force = [...factsOfHappenings(story.before.force, earlier), ...factsOfHappenings(story.year.force, setting)]
  return { team: team.filter(isBefore(before)), force: force.filter(isBefore(before)), held }
}

const isBefore = (d: Day) => (fact: Fact) => fact.happenedOn < d

const yearBefore = ({ from }: Span): Span => ({ from: addMonths(from, -12), to: addDays(from, -1) })
