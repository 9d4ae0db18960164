import type { Database } from '#platform/database/database.ts'

/** Where an engagement is recorded. */
export const form = '/desk/dorset/west-dorset/engagements/new'

/** The form of an engagement in which nothing is wrong. */
export const market = {
  title: 'Bridport market',
  method: 'community event',
  'heldOn-day': '21',
  'heldOn-month': '11',
  'heldOn-year': '2026',
  place: 'Bucky Doo Square',
  footfall: 'counted',
  reached: '120',
  spokeWith: '34',
  raisedAConcern: '5',
}

/** What is kept of engagements, by name. */
export const kept = (db: Database) =>
  db`select title, method, held_on, reached, spoke_with, raised_a_concern from engagement order by title`

/** What the ledger knows of them, in order. */
export const evidence = (db: Database) =>
  db`select seq, kind, effect, supersedes, happened_on, quantities, facets, source from evidence order by entry`

/** What is wrong with a form that was sent back, field by field. */
export const errorsOf = (body: string) =>
  [...body.matchAll(/<a href="#([\w-]+)">([^<]+)<\/a>/g)].map(([, field, words]) => [field, words])
