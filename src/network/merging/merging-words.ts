import type { Change } from './changes.ts'
import type { IndividualPart } from './merge-key-individuals.ts'
import type { OrganisationPart } from './merge-organisations.ts'

export const individualTitles: Readonly<Record<IndividualPart, string>> = {
  name: 'Name',
  email: 'E-mail address',
  telephone: 'Telephone',
  address: 'Address',
  languages: 'Languages',
  reachBy: 'Best reached by',
  speaksFor: 'Speaks for',
  neighbourhoodIds: 'Neighbourhoods',
  tags: 'Tags',
  lawfulBasis: 'Lawful basis',
  purpose: 'Held for',
  toldOn: 'Told that we hold it',
  reviewOn: 'To be looked at by',
  objectedOn: 'Objected on',
  leftOn: 'Left on',
}

export const organisationTitles: Readonly<Record<OrganisationPart, string>> = {
  name: 'Name',
  place: 'Place',
  postcode: 'Postcode',
  location: 'Longitude and latitude',
  website: 'Website',
  tags: 'Tags',
  opensOn: 'Opens on',
  closesOn: 'Closes on',
  members: 'Members',
}

const tables: Readonly<Record<Change['table'], string>> = {
  key_individual: 'the key individual',
  organisation: 'the organisation',
  post: 'a post',
  post_held: 'who holds a post',
  relationship: 'the relationship',
  contact: 'a contact',
  relationship_review: 'a review',
  subject: 'the name in the ledger',
}

/** What an undo leaves, each thing once. */
export const leftInWords = (left: readonly Change[]): string[] => [
  ...new Set(
    left
      .filter(({ column }) => column !== 'folded')
      .map(({ table, column }) => `${tables[table]}: ${column.replaceAll('_', ' ')}`),
  ),
]
