import type { PlannedEngagement } from '#engagements/planned/planned-engagement.ts'
import type { MeetingLine } from '#network/meetings/meetings.sql.ts'
import type { Organisation } from '#network/organisation.ts'
import { inWords, weekdayInWords } from '#platform/day.ts'
import type { CommitmentStanding } from '#standings/contract-standing.ts'
import { titled } from '#standings/standing-mark.ts'
import { placeOf, type Quarter } from './briefing.ts'
import type { HeldLine } from './briefing.sql.ts'

/** What a briefing is made from. */
export type Known = {
  readonly council: Organisation
  readonly quarter: Quarter
  /** Those near the council, held in the quarter. */
  readonly held: readonly HeldLine[]
  /** How often each kind of evidence was recorded in the quarter: of the council and its clerk, and of the team. */
  readonly ofCouncil: ReadonlyMap<string, number>
  readonly ofTeam: ReadonlyMap<string, number>
  /** The promises of the standard that speaks of councils, as they stand today. */
  readonly promises: readonly CommitmentStanding[]
  readonly planned: readonly PlannedEngagement[]
  readonly meetings: readonly MeetingLine[]
  /** Our own inspector, by name; null where nobody is named. */
  readonly inspector: string | null
}

/** A part of a briefing: its name and its lines, the same on the page and in the PDF. */
export type Part = { readonly name: string; readonly lines: readonly string[] }

/** The parts of a council's briefing: only counts, promises and dates; nobody's name but our own inspector's. */
export const partsOf = (known: Known): readonly Part[] => [
  { name: 'Where we met people', lines: heldLines(known) },
  { name: 'What was heard', lines: heardLines(known) },
  { name: 'Priorities', lines: priorityLines(known) },
  { name: 'What we promised councils, and how it stands', lines: promiseLines(known) },
  { name: 'Next dates', lines: dateLines(known) },
  { name: 'Who answers for it', lines: [answerable(known)] },
]

function heldLines({ held, council }: Known): string[] {
  const place = placeOf(council)
  if (held.length === 0) return [`We recorded no engagement near ${place} in these months.`]
  const known = held.filter(({ reached }) => reached !== null)
  const unknown = held.length - known.length
  const sum = (of: (line: HeldLine) => number | null) => known.reduce((total, line) => total + (of(line) ?? 0), 0)
  return [
    `${several(held.length, 'engagement')} near ${place}.`,
    ...(known.length === 0
      ? []
      : [
          `${several(known.length, 'of them was', 'of them were')} counted: ${sum((e) => e.reached)} people reached, ${sum((e) => e.spokeWith)} spoken with.`,
        ]),
    ...(unknown === 0 ? [] : [`At ${unknown} nobody took a figure, which is not nought.`]),
  ]
}

function heardLines({ held, ofCouncil }: Known): string[] {
  const raised = held.reduce((total, line) => total + (line.raisedAConcern ?? 0), 0)
  return [
    `${several(raised, 'person', 'people')} raised a concern at engagements near you where that was counted.`,
    `You and your clerk raised ${several(count(ofCouncil, 'concern raised'), 'concern')}; to ${count(ofCouncil, 'concern answered')} we answered what came of it.`,
    `We were in touch ${several(count(ofCouncil, 'contact made'), 'time')} and took part in ${several(count(ofCouncil, 'meeting attended'), 'meeting')} of yours.`,
  ]
}

const priorityLines = ({ ofTeam }: Known): string[] => [
  `${several(count(ofTeam, 'priority set'), 'priority', 'priorities')} set across the whole team’s area.`,
  `${several(count(ofTeam, 'priority addressed'), 'time', 'times')} a priority was acted on or closed.`,
  `${several(count(ofTeam, 'outcome communicated'), 'time', 'times')} we told the public what came of it.`,
]

const promiseLines = ({ promises }: Known): string[] =>
  promises.length === 0
    ? ['No contract that speaks of councils is in force today.']
    : promises.map(({ text, standing }) => `${titled(standing.standing)}: ${text} ${standing.reason}`)

function dateLines({ planned, meetings }: Known): string[] {
  const dates = [
    ...planned.map(({ heldOn, begins, title, place }) => ({ heldOn, words: `${begins}, ${title}, ${place}` })),
    ...meetings.map(({ heldOn, title }) => ({ heldOn, words: title })),
  ].toSorted((a, b) => (a.heldOn < b.heldOn ? -1 : 1))
  if (dates.length === 0) return ['No date near you is planned for the next three months.']
  return dates.map(({ heldOn, words }) => `${weekdayInWords(heldOn)} ${inWords(heldOn)}: ${words}`)
}

const answerable = ({ inspector }: Known): string =>
  inspector === null
    ? 'No inspector is named for councillors yet.'
    : `${inspector} answers for the relationship with councillors.`

const count = (of: ReadonlyMap<string, number>, kind: string): number => of.get(kind) ?? 0

const several = (n: number, one: string, many = `${one}s`): string => `${n} ${n === 1 ? one : many}`
