import { randomUUID } from 'node:crypto'

import type { KeyIndividual } from '#network/key-individual.ts'
import type { Keeper } from '#network/keeper.ts'
import type { Organisation } from '#network/organisation.ts'
import { day, dayAt } from '#platform/day.ts'

const westDorset = { forceId: 'dorset', teamId: 'dorset/west-dorset' } as const

/** Somebody who works on West Dorset's network at an instant. */
export const keeperOf = (personId: string, at: Date): Keeper => ({
  ...westDorset,
  personId,
  at,
  timeZone: 'Europe/London',
})

/** An organisation of West Dorset. */
export const organisation = (told: Partial<Organisation>): Organisation => ({
  ...westDorset,
  id: randomUUID(),
  kind: 'council',
  name: 'Bridport Town Council',
  place: '',
  postcode: null,
  location: null,
  website: null,
  tags: [],
  subjectId: null,
  urn: null,
  opensOn: null,
  closesOn: null,
  members: null,
  ...told,
})

/** A fictional key individual of West Dorset. */
export const individual = (told: Partial<KeyIndividual>, at: Date): KeyIndividual => ({
  ...westDorset,
  id: randomUUID(),
  name: 'Morgan Fictional',
  email: null,
  telephone: null,
  address: null,
  languages: [],
  reachBy: null,
  speaksFor: 'traders of Bridport',
  neighbourhoodIds: [],
  tags: [],
  lawfulBasis: 'public task',
  purpose: 'keeping in touch about local policing',
  toldOn: dayAt(at, 'Europe/London'),
  reviewOn: day('2027-11-21'),
  subjectId: null,
  objectedOn: null,
  leftOn: null,
  ...told,
})
