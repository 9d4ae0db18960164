import { clipped } from '#evidence-import/cells.ts'
import { fault, type Fault } from '#evidence-import/fault.ts'
import { foldWords } from '#platform/fold.ts'
import { identityOf } from '#platform/identity.ts'
import { waysToReach, type KeyIndividual } from '../key-individual.ts'
import { organisationKinds, type OrganisationKind } from '../organisation.ts'
import { postRoles, type PostRole } from '../post.ts'
import { digitsOf, emailPattern, namesThem, postcodePattern, speaksForPattern, telephonePattern, websitePattern } from '../told-patterns.ts' // prettier-ignore
import type { Field } from './network-columns.ts'

/** A person, an organisation, or a person in an organisation, as one row or card of a file tells of them. */
export type ToldRow = {
  readonly line: number
  /** The same for the same person in whichever file and however often; null where an organisation stands alone. */
  readonly individualId: string | null
  readonly name: string
  readonly nameFolded: string
  readonly email: string | null
  readonly telephone: string | null
  readonly digits: string | null
  readonly address: string | null
  readonly languages: readonly string[]
  readonly reachBy: KeyIndividual['reachBy']
  /** Null where the row does not say, and what was chosen for all such holds. */
  readonly speaksFor: string | null
  readonly tags: readonly string[]
  /** Empty where the person stands for themselves. */
  readonly organisation: string
  readonly organisationFolded: string
  readonly organisationKind: OrganisationKind | null
  readonly role: PostRole
  readonly ward: string
  readonly place: string
  readonly postcode: string | null
  readonly website: string | null
}

/** The cells of a row by what they mean. */
export type Cells = Readonly<Partial<Record<Field, string>>>

/** What a row tells, or every mistake in it; a row with a mistake is kept out whole. */
export function readRow(cells: Cells, line: number, teamId: string): ToldRow | { readonly faults: readonly Fault[] } {
  const cell = (field: Field) => (field === 'address' ? inLines : inOneLine)(plain(cells[field] ?? ''))
  const name = cell('name') || [cell('given_name'), cell('family_name')].filter((part) => part !== '').join(' ')
  const told = { cell, name, organisation: cell('organisation') }
  const faults = faultsOf(told).map(([field, words]) => fault(line, words, field))
  if (faults.length > 0) return { faults }
  const email = cell('email').toLowerCase() || null
  const telephone = cell('telephone') || null
  const nameFolded = foldWords(name)
  const organisationFolded = foldWords(told.organisation)
  const digits = telephone && digitsOf(telephone)
  const known = [email ?? '', digits ?? '', email || digits ? '' : organisationFolded]
  return {
    line,
    individualId: name === '' ? null : identityOf('key individual', teamId, nameFolded, ...known),
    name,
    nameFolded,
    email,
    telephone,
    digits,
    address: cell('address') || null,
    languages: parted(cell('languages')),
    reachBy: waysToReach.find((way) => way === cell('reach_by').toLowerCase()) ?? null,
    speaksFor: cell('speaks_for') || null,
    tags: parted(cell('tags')),
    organisation: told.organisation,
    organisationFolded,
    organisationKind: organisationKinds.find((kind) => kind === foldWords(cell('organisation_kind'))) ?? null,
    role: roleIn(cell('role')),
    ward: cell('ward'),
    place: cell('place'),
    postcode: cell('postcode').toUpperCase() || null,
    website: cell('website') || null,
  }
}

type Asked = {
  readonly cell: (field: Field) => string
  readonly name: string
  readonly organisation: string
}

function faultsOf({ cell, name, organisation }: Asked): [Field, string][] {
  const wrong: [Field, string][] = []
  const held = (field: Field, pattern: RegExp, words: string) => {
    if (cell(field) !== '' && !pattern.test(cell(field)))
      wrong.push([field, `“${clipped(cell(field))}” is not ${words}`])
  }
  if (name === '' && organisation === '') wrong.push(['name', 'names neither a person nor an organisation'])
  held('email', emailPattern, 'an e-mail address such as name@example.org')
  held('telephone', telephonePattern, 'a telephone number such as 01305 222 222')
  held('speaks_for', speaksForPattern, 'what the ledger may show: letters, numbers, spaces and commas alone')
  held('postcode', postcodePattern, 'a whole postcode, such as DT6 3LF')
  held('website', websitePattern, 'an address that begins with https://')
  held('organisation_kind', kindPattern, `one of ${organisationKinds.join(', ')}`)
  if (namesThem(name, cell('speaks_for')))
    wrong.push(['speaks_for', 'holds their name, and everybody can read it in the ledger'])
  for (const [field, most] of longest)
    if (cell(field).length > most) wrong.push([field, `is longer than ${most} characters`])
  if (name.length > 120) wrong.push(['name', 'is longer than 120 characters'])
  return wrong
}

const kindPattern = new RegExp(`^(${organisationKinds.join('|')})$`, 'i')
// prettier-ignore
const longest = [['email', 200], ['telephone', 40], ['address', 300], ['speaks_for', 60], ['organisation', 150], ['ward', 100],
  ['place', 100], ['website', 300]] as const satisfies readonly (readonly [Field, number])[]

/** A post that we do not know by name is a contact's; the words of a file are never taken for a post that promises name. */
const roleIn = (told: string): PostRole =>
  postRoles.find((role) => role === foldWords(told)) ?? roleLike(foldWords(told))

const roleLike = (folded: string): PostRole => [...likely].find(([pattern]) => pattern.test(folded))?.[1] ?? 'contact'
const likely: ReadonlyMap<RegExp, PostRole> = new Map([
  [/^(town|parish|council) clerk$/, 'clerk'],
  [/^(county|town|parish|district|cllr) ?councillor$|^cllr$/, 'councillor'],
  [/^head ?teacher$|^principal$/, 'head'],
  [/^(designated )?safeguarding (lead|officer)$|^dsl$/, 'safeguarding officer'],
  [/^(watch )?co-?ordinator$/, 'scheme coordinator'],
  [/^chair(man|woman|person)$/, 'chair'],
])

const parted = (cell: string): string[] =>
  [...new Set(cell.split(/[;,]/).map((word) => word.trim()))].filter((word) => word !== '').slice(0, 20)

/** Words as they are; the mark by which we disarm a formula on the way out goes again. */
const plain = (cell: string): string =>
  cell
    .replaceAll('\0', '')
    .toWellFormed()
    .trim()
    .replace(/^'(?=[=+\-@])/, '')

export const inOneLine = (words: string): string => words.replaceAll(/\s+/g, ' ').trim()

/** A postal address keeps its lines. */
export const inLines = (words: string): string =>
  words
    .split(/\r\n|\n|\r/)
    .map(inOneLine)
    .filter((line) => line !== '')
    .join('\n')
