/** A column of a file: its name, in CSV, JSON and GeoJSON alike, and what it says. */
export type Column = { readonly name: string; readonly says: string }

/** One line of a file, by its columns; null is unknown, never nought. */
export type Line = Readonly<Record<string, string | number | boolean | null>>

const columns = (told: Readonly<Record<string, string>>): readonly Column[] =>
  Object.entries(told).map(([name, says]) => ({ name, says }))

const whose = {
  force: 'The force, as its address names it',
  team: 'The team, as its address names it',
  team_name: 'The team, as people name it',
}

export const eventColumns = columns({
  id: 'The id of the event, which never changes',
  ...whose,
  title: 'What it is',
  method: 'How people are met',
  place: 'Where it is, in words',
  latitude: 'Degrees of WGS84; empty where nobody said',
  longitude: 'Degrees of WGS84; west of Greenwich is less than nought',
  date: 'The day, as 2026-03-14',
  begins: 'By the clocks of the force, as 14:30',
  ends: 'By the clocks of the force, on the same day',
  starts_at: 'When it begins, in UTC',
  ends_at: 'When it ends, in UTC',
  state: '`planned`, `cancelled` or `held`',
  moved: 'Whether its day, time or place were changed',
  reason: 'Why it was moved or cancelled',
  accessibility: 'What somebody must know before they come; empty where nobody said',
  updated_at: 'When this was last changed, in UTC',
  url: 'The page of the event',
})

export const priorityColumns = columns({
  id: 'The id of the priority, which never changes',
  ...whose,
  neighbourhood_id: 'The national id of the neighbourhood; empty where it is for the whole area of the team',
  neighbourhood: 'The name of the neighbourhood',
  title: 'What the priority is',
  said: 'What people said, in general words',
  state: '`open` or `closed`',
  set_on: 'The day from which it was a priority',
  updated_on: 'The day on which the public was last told of it',
  update: 'What the public was told then',
  outcome: '`done`, `partly`, `could not` or `still trying`; empty while nothing is said',
  closed_on: 'The day on which it was closed',
  raised_by: 'How many concerns led to it; empty where they are 1 to 4',
  url: 'The page of the priority',
})

export const standingColumns = columns({
  ...whose,
  contract: 'The id of the contract',
  ref: 'The promise, as the contract or its framework names it',
  what: '`commitment`, `measure` of a standard, or `service standard`',
  standards: 'The standards it serves, parted by spaces',
  text: 'The promise in words',
  standing: '`kept`, `on course`, `due`, `late`, `missed`, `unmeasurable` or `unknown`',
  value: 'The figure; a percentage runs from 0 to 100',
  unit: 'What the figure counts',
  target: 'What was promised, in the same unit',
  numerator: 'The figure’s numerator',
  denominator: 'The figure’s denominator',
  period_from: 'The first day of the period',
  period_to: 'The last day of the period',
  next_due: 'The day by which the next is due',
  reason: 'Why it stands so, in a sentence',
  as_at: 'The day as at which it stands',
  url: 'The page of the contract',
})

export const contractColumns = columns({
  id: 'The id of the contract',
  ...whose,
  year: 'The year in which it begins',
  framework: 'The framework under which it was made',
  begins_on: 'Its first day',
  ends_on: 'Its last day',
  completed_on: 'The day on which the plan was completed; empty where unknown',
  commitments: 'How many promises are in it',
  measured: 'How many of them are measured; the others are assertions',
  url: 'The page of the contract',
  json_url: 'The whole contract as JSON',
})

export const boundaryColumns = columns({
  id: 'The national id of the neighbourhood',
  name: 'Its name',
  ...whose,
  valid_from: 'The day from which the boundary holds',
  population: 'How many live there; empty where nobody said',
})
