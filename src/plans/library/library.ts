import type { Commitment } from '#contracts/commitment.ts'
import type { Contract } from '#contracts/contract.ts'
import type { Framework } from '#frameworks/framework.ts'
import { headingFor, planFormOf } from '#frameworks/plan-form.ts'
import { foldWords } from '#platform/fold.ts'
import { adopted } from '#plans/promises/adopted.ts'

/** What a plan may take a promise from: the team's last contract, its framework, and other teams of the force. */
export type Shelves = {
  readonly draft: Contract
  readonly framework: Framework
  readonly last: Contract | null
  readonly others: readonly { readonly team: string; readonly contract: Contract }[]
}

/** A promise on a shelf of the library. */
export type OnShelf = {
  /** By which the form that adds it names it. */
  readonly like: string
  readonly from: string
  readonly promise: Commitment
}

/**
 * All that may be taken over: what last year promised and this plan does not, what the framework measures, and what other
 * teams promise in other words than this plan does.
 */
export function library({ draft, framework, last, others }: Shelves): OnShelf[] {
  const refs = new Set(draft.commitments.map(({ ref }) => ref))
  const said = new Set(draft.commitments.map(({ text }) => foldWords(text)))
  const fromLast = (last?.commitments ?? [])
    .filter(({ ref }) => !refs.has(ref))
    .map((promise) => ({ like: `last ${promise.ref}`, from: `Last year’s plan, ${promise.ref}`, promise }))
  const fromOthers = others.flatMap(({ team, contract }) =>
    contract.commitments.map((promise) => ({
      like: `${contract.id} ${promise.ref}`,
      from: `${team} ${contract.year}, ${promise.ref}`,
      promise: placed(adopted(promise), framework),
    })),
  )
  const news = fromOthers.filter(({ promise }) => !said.has(foldWords(promise.text)))
  return [...fromLast, ...fromFramework(framework), ...news]
}

const fromFramework = (framework: Framework): OnShelf[] =>
  framework.standards.flatMap(({ id, measures }) =>
    measures.map((line) => {
      const promise = {
        ref: line.id,
        text: line.title,
        heading: '',
        standards: [id],
        who: 'The team',
        with: [],
        measures: line.measures,
      }
      return { like: `framework ${line.id}`, from: `The framework, ${line.id}`, promise: placed(promise, framework) }
    }),
  )

/** A promise that serves the standards of this framework, under the heading which they have here. */
function placed(promise: Commitment, framework: Framework): Commitment {
  const standards = promise.standards.filter((id) => framework.standards.some((each) => each.id === id))
  return { ...promise, standards, heading: headingFor(planFormOf(framework), standards) }
}

/** What of a library speaks of some words, and serves a standard; either may be left empty. */
export function found(
  shelf: readonly OnShelf[],
  { words, standard }: { readonly words: string; readonly standard: string },
): OnShelf[] {
  const asked = foldWords(words)
    .split(/\s+/)
    .filter((word) => word !== '')
  return shelf.filter(({ promise, from }) => {
    const said = foldWords(`${promise.text} ${from}`)
    return (standard === '' || promise.standards.includes(standard)) && asked.every((word) => said.includes(word))
  })
}
