import type { Team } from '#areas/area.ts'
import { communities, methods } from '#engagements/engagement.ts'
import type { PlannedEngagement } from '#engagements/planned/planned-engagement.ts'

type Knows = {
  readonly team: Team | null
  readonly teams: readonly Team[]
  readonly planned: readonly PlannedEngagement[]
  readonly today: string
  readonly now: Date
}

/** What a phone keeps of a team's days to work without signal: plans, teams to choose from, and the lists of the form. */
export const weekOf = ({ team, teams, planned, today, now }: Knows) => ({
  team: team && { id: team.id, name: team.name },
  teams: teams.map(({ id, name }) => ({ id, name })),
  today,
  asAt: now.getTime(),
  planned: planned.map(({ id, title, method, place, location, heldOn, begins, ends, state }) => ({
    id,
    title,
    method,
    place,
    location,
    heldOn,
    begins,
    ends,
    state,
  })),
  communitiesOf: Object.fromEntries(planned.map((one) => [one.id, one.communities])),
  methods,
  communities,
})
