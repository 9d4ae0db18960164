import { cannotSay } from '../sittings/sitting.ts'

/** Fewer voters than this are nobody’s verdict, and could be known by their votes. */
export const fewestVotes = 3

/** Whether so few voted by their links that whoever knows who did would know how; nought tells nothing of anybody. */
export const areTooFew = (byLink: number): boolean => byLink > 0 && byLink < fewestVotes

/** How many chose what, by link or on paper. */
export type Counted = {
  readonly contractId: string
  /** Null for what was said of the whole contract. */
  readonly standardId: string | null
  readonly choice: string
  readonly isPaper: boolean
  readonly votes: number
}

/** What voters made of one question. */
export type Tally = {
  readonly choices: readonly Chosen[]
  /** Who could say. */
  readonly votes: number
  readonly cannotSay: number
  /** The best choice that more than half gave or bettered; null under three votes. */
  readonly verdict: string | null
}

/** A choice with its share of those who could say, from 0 to 100; null where too few voted. */
export type Chosen = { readonly choice: string; readonly votes: number; readonly share: number | null }

/** Sums up what was chosen on a scale, best first; who cannot say counts neither for nor against. */
export function tallyOf(scale: readonly string[], counted: readonly Pick<Counted, 'choice' | 'votes'>[]): Tally {
  const votesFor = (choice: string) => sum(counted.filter((each) => each.choice === choice))
  const votes = sum(counted.filter(({ choice }) => scale.includes(choice)))
  const isEnough = votes >= fewestVotes
  const choices = scale.map((choice) => {
    const given = votesFor(choice)
    return { choice, votes: given, share: isEnough ? Math.round((100 * given) / votes) : null }
  })
  return { choices, votes, cannotSay: votesFor(cannotSay), verdict: isEnough ? verdictOf(choices, votes) : null }
}

const sum = (counted: readonly { readonly votes: number }[]): number =>
  counted.reduce((total, { votes }) => total + votes, 0)

function verdictOf(choices: readonly Chosen[], votes: number): string | null {
  let given = 0
  for (const { choice, votes: own } of choices) {
    given += own
    if (given * 2 > votes) return choice
  }
  return null
}

/** Where a tally stands between the worst choice (0) and the best (1): the mean of all votes; null where there is no verdict. */
export function positionOf({ choices, votes, verdict }: Tally): number | null {
  if (verdict === null) return null
  const worst = choices.length - 1
  return choices.reduce((total, each, place) => total + each.votes * (1 - place / worst), 0) / votes
}

/** The votes on one question of a contract; `standardId` null asks for the whole. */
export const votesOn = (counted: readonly Counted[], contractId: string, standardId: string | null): Counted[] =>
  counted.filter((each) => each.contractId === contractId && each.standardId === standardId)
