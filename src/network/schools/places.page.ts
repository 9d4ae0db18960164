import type { Team } from '#areas/area.ts'
import { select } from '#platform/govuk.ts'
import { html, type Html } from '#platform/html.ts'
import { notOurs } from './register.form.ts'

type PlaceShown = {
  /** How it is remembered. */
  readonly place: string
  readonly words: string
  readonly count: number | null
  readonly chosen: string
}

/** Whose a place is, as one row of a form with many. */
export function placeRow(
  { place, words, count, chosen }: PlaceShown,
  teams: readonly Team[],
  first: { readonly value: string; readonly words: string },
): Html {
  const hint = count === null ? undefined : count === 1 ? '1 school' : `${count.toLocaleString('en-GB')} schools`
  return html`<input type="hidden" name="place" value="${place}">
${select({ name: 'team', id: `team-${place.replaceAll(/[^a-z0-9]+/g, '-')}`, label: words, hint, value: chosen, choices: [first, ...teamChoices(teams)] })}
`
}

export const teamChoices = (teams: readonly Team[]): { value: string; words: string }[] => [
  ...teams.map(({ id, name }) => ({ value: id, words: name })),
  { value: notOurs, words: 'No team of ours' },
]
