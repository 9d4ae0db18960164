import { guessFields } from '#evidence-import/headings.ts'

/** What a column of a network file holds, in words, and the headings that usually mean it; in the order in which they go out. */
// prettier-ignore
export const fields = {
  name: { words: 'The person’s name', usual: /^(name|full name|display name|contact|contact name|person)$/ },
  given_name: { words: 'The person’s first name', usual: /^(given name|first name|forename|forenames)$/ },
  family_name: { words: 'The person’s family name', usual: /^(family name|last name|surname)$/ },
  email: { words: 'E-mail address', usual: /^(e ?mail|e ?mail address|e ?mail 1 value|primary e ?mail)$/ },
  telephone: { words: 'Telephone number', usual: /^(telephone|phone|tel|mobile|mobile phone|telephone number|phone number|phone 1 value)$/ },
  address: { words: 'Postal address of the person', usual: /^(address|postal address|home address|business address)$/ },
  languages: { words: 'Languages, parted by semicolons', usual: /^(languages?|speaks)$/ },
  reach_by: { words: 'How they like to be reached', usual: /^(reach by|preferred contact.*|contact method|contact by)$/ },
  speaks_for: { words: 'The people or area they speak for; never a name', usual: /^(speaks for|represents|community|group)$/ },
  tags: { words: 'Tags, parted by semicolons', usual: /^(tags?|categories|labels?|group membership)$/ },
  organisation: { words: 'The organisation', usual: /^(organi[sz]ation|company|organi[sz]ation name|council|school|organi[sz]ation 1 name)$/ },
  organisation_kind: { words: 'What kind of organisation it is', usual: /^(organi[sz]ation kind|organi[sz]ation type|kind|type)$/ },
  role: { words: 'The post they hold there', usual: /^(role|post|position|job title|title|organi[sz]ation 1 title)$/ },
  ward: { words: 'The ward of a councillor', usual: /^(ward|division)$/ },
  place: { words: 'Where the organisation is', usual: /^(place|town|city|village|location)$/ },
  postcode: { words: 'Postcode of the organisation', usual: /^(postcode|post code|zip|postal code)$/ },
  website: { words: 'Website of the organisation', usual: /^(website|web page|url|web)$/ },
} as const

export type Field = keyof typeof fields
export const fieldNames = Object.keys(fields).filter((name): name is Field => Object.hasOwn(fields, name))

/** What goes out: whole names alone. */
export const columnsOut = fieldNames.filter((name) => name !== 'given_name' && name !== 'family_name')

/** What each column means, null where it is left out. */
export type Mapping = readonly (Field | null)[]

export const guessedMapping = (headings: readonly string[]): Mapping => guessFields(headings, fields)
