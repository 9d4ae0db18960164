import type { Day } from '#platform/day.ts'

/** What somebody of the commissioner’s office follows: a whole team, or a standard or promise of its contract. */
export type Watch =
  { readonly scope: 'team'; readonly ref: '' } | { readonly scope: 'standard' | 'promise'; readonly ref: string }

/** A promise that was kept, on course or due when it was last compared, and is late or missed. */
export type Lapse = {
  readonly id: number
  readonly teamId: string
  readonly teamName: string
  readonly year: number
  readonly ref: string
  /** The words of the promise; null where it is no longer in its contract. */
  readonly text: string | null
  readonly stood: string
  readonly stoodOn: Day
  readonly standing: 'late' | 'missed'
  readonly lapsedOn: Day
  readonly foundAt: Date
}

/** What is followed of a team, in a few words. */
export function followedInWords(watches: readonly Watch[]): string {
  if (watches.length === 0) return 'Nothing'
  if (watches.some(({ scope }) => scope === 'team')) return 'The whole team'
  const count = (scope: Watch['scope'], one: string, more: string) => {
    const { length } = watches.filter((each) => each.scope === scope)
    return length === 0 ? [] : [`${length} ${length === 1 ? one : more}`]
  }
  return [...count('standard', 'standard', 'standards'), ...count('promise', 'promise', 'promises')].join(' and ')
}
