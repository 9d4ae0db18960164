import { foldWords } from '#platform/fold.ts'

/** What two records of one engagement would share. */
export type Comparable = {
  readonly teamId: string
  readonly day: string
  readonly begins: string | null
  readonly title: string
  readonly place: string
}

/** On a day with more engagements than this, only so many are compared word by word. */
const mostCompared = 200
/** Minutes within which two people may have written down one beginning. */
const nearly = 60

/** Finds, among engagements already told, one that another is likely to be; null where it is new. */
export class Alike<Known extends Comparable> {
  readonly #byDay = new Map<string, Known[]>()

  constructor(known: readonly Known[]) {
    for (const one of known) this.add(one)
  }

  add(one: Known): void {
    const sameDay = this.#byDay.get(dayOf(one))
    if (sameDay) sameDay.push(one)
    else this.#byDay.set(dayOf(one), [one])
  }

  of(told: Comparable): Known | null {
    const sameDay = this.#byDay.get(dayOf(told)) ?? []
    return sameDay.slice(0, mostCompared).find((known) => areAlike(known, told)) ?? null
  }
}

const dayOf = ({ teamId, day }: Comparable) => `${teamId} ${day}`

/** Whether two of one team and day are likely one: title and place share most of their words, and the times do not disagree. */
export function areAlike(a: Comparable, b: Comparable): boolean {
  if (a.begins !== null && b.begins !== null && Math.abs(minutes(a.begins) - minutes(b.begins)) > nearly) return false
  return shared(a.title, b.title) + shared(a.place, b.place) > 1
}

const minutes = (time: string) => Number(time.slice(0, 2)) * 60 + Number(time.slice(3, 5))

/** From 0, no word in common, to 1, the same words; a half where either says nothing. */
function shared(a: string, b: string): number {
  const [one, other] = [wordsOf(a), wordsOf(b)]
  if (one.size === 0 || other.size === 0) return 0.5
  return (2 * one.intersection(other).size) / (one.size + other.size)
}

const wordsOf = (text: string): Set<string> => new Set(foldWords(text).match(/[\p{L}\p{N}]+/gu))
