import type { Force, Team } from '#areas/area.ts'
import type { PlannedEngagement } from '#engagements/planned/planned-engagement.ts'
import type { Say } from '#platform/language/say.ts'
import type { PriorityShown } from '#priorities/priorities.sql.ts'
import type { ContractStanding, Counts } from '#standings/contract-standing.ts'
import type { StandingWord } from '#standings/standing.ts'
import { yearsInWords } from '#contracts/years-in-words.ts'
import { whenInWords } from '../events.page.ts'
import { outcomeWords } from '../priorities/priority-line.ts'
import { bestFirst } from '#standings/counts-in-words.ts'

/** What the picture of a page says; the name of its force and its colours are drawn around it. */
export type Shared = {
  readonly caption: string
  readonly title: string
  /** What must be seen first, in red: that it is off, or moved. */
  readonly change: string | null
  readonly lines: readonly string[]
  /** How many promises stand how, each as a word on its colour. */
  readonly marks: readonly { readonly words: string; readonly colour: string; readonly ground: string }[]
}

const plain = { change: null, lines: [], marks: [] } as const

export const sharedForce = ({ name }: Force, teams: number, say: Say): Shared => ({
  ...plain,
  caption: say.text`Neighbourhood policing`,
  title: name,
  lines: [say.count(teams, { one: '{n} neighbourhood policing team', other: '{n} neighbourhood policing teams' })],
})

export const sharedTeam = ({ name }: Team, newest: ContractStanding | null, say: Say): Shared => ({
  ...plain,
  caption: say.text`Your neighbourhood policing team`,
  title: name,
  lines: newest ? [say.text`How we keep our promises`] : [],
  marks: newest ? marksOf(newest.counts, say) : [],
})

export const sharedContract = ({ name }: Team, { contract, counts }: ContractStanding, say: Say): Shared => ({
  ...plain,
  caption: say.text`${name} neighbourhood policing team`,
  title: say.text`Engagement contract ${yearsInWords(contract.span, say)}`,
  marks: marksOf(counts, say),
})

export const sharedEvent = ({ name }: Team, planned: PlannedEngagement, say: Say): Shared => ({
  ...plain,
  caption: say.text`${name} neighbourhood policing team`,
  title: planned.title,
  change: planned.state === 'cancelled' ? say.text`This is cancelled.` : planned.moved ? say.text`Moved` : null,
  lines: [whenInWords(planned, say), ...(planned.title.includes(planned.place) ? [] : [planned.place])],
})

export const sharedPriority = ({ name }: Team, { title, outcome, updatedOn }: PriorityShown, say: Say): Shared => ({
  ...plain,
  caption: say.text`A priority of ${name}`,
  title,
  lines: [
    ...(outcome === null ? [] : [say.word(outcomeWords[outcome])]),
    ...(updatedOn === null ? [] : [say.text`Last updated ${say.day(updatedOn)}`]),
  ],
})

const marksOf = (counts: Counts, say: Say): Shared['marks'] =>
  bestFirst
    .filter((word) => counts[word] > 0)
    .map((word) => ({
      words: say.count(counts[word], { one: `{n} ${word}`, other: `{n} ${word}` }),
      ...colours[word],
    }))

const grey = { colour: '#44494d', ground: '#f0f1f2' }

/** The same as in `src/browser/_standing.scss`. */
const colours: Readonly<Record<StandingWord, { readonly colour: string; readonly ground: string }>> = {
  kept: { colour: '#0f5c33', ground: '#e6f3eb' },
  'on course': { colour: '#14495f', ground: '#e7f1f6' },
  due: { colour: '#4a4108', ground: '#fbf5d8' },
  late: { colour: '#7a3a00', ground: '#fdeedd' },
  missed: { colour: '#8c1d14', ground: '#fbe9e7' },
  unmeasurable: grey,
  unknown: grey,
}
