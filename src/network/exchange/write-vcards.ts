import { languageInWords, ownFields, ownNames, tagOf } from './card-names.ts'
import { propertyOf } from './export-network.ts'
import type { RowOut } from './export.sql.ts'

/**
 * vCard 4.0 (RFC 6350), a card for each person and each organisation for which nobody stands; of several posts the first. What
 * vCard has no name for goes out under names of our own, so that our own cards come in again as they were.
 */
export function vcards(rows: readonly RowOut[]): string {
  const people = Map.groupBy(rows, (row) => row.id ?? `organisation ${row.organisation}`)
  return [...people.values()].map(([first]) => (first ? cardOf(first) : '')).join('')
}

function cardOf(row: RowOut): string {
  const isOrganisation = row.id === null
  const name = isOrganisation ? (row.organisation ?? '') : row.name
  const lines = [
    'BEGIN:VCARD',
    'VERSION:4.0',
    ...(isOrganisation ? ['KIND:org'] : [`UID:urn:uuid:${row.id}`]),
    `FN:${escaped(name)}`,
    ...said('EMAIL', row.email),
    ...said('TEL', row.telephone),
    ...(row.address === null ? [] : [`ADR:;;${escapedPart(row.address)};;;;`]),
    ...row.languages.map(languageLine),
    ...(row.organisation === null ? [] : [`ORG:${escapedPart(row.organisation)}`]),
    ...said('ROLE', row.role),
    ...(row.tags.length === 0 ? [] : [`CATEGORIES:${row.tags.map(escaped).join(',')}`]),
    ...(row.website === null ? [] : [`URL:${address(row.website)}`]),
    ...ownFields.flatMap((field) => said(ownNames[field], row[propertyOf[field]])),
    'END:VCARD',
  ]
  return lines.map(foldedLine).join('')
}

function languageLine(language: string): string {
  const tag = tagOf(language)
  return tag === undefined ? `${languageInWords}:${escaped(language)}` : `LANG:${tag}`
}

const said = (name: string, value: string | null): string[] =>
  value === null || value === '' ? [] : [`${name}:${escaped(value)}`]

const escaped = (words: string) => words.replaceAll(/[\\,]/g, '\\$&').replaceAll(/\r\n?|\n/g, '\\n')

/** One part of a value that has several, which semicolons part. */
const escapedPart = (words: string) => escaped(words).replaceAll(';', '\\;')

/** An address of the web is no text: its commas stay bare. */
const address = (website: string) => website.replaceAll(/\s/g, '').replaceAll('\\', '%5C')

/** A line is at most 75 bytes long; what is over goes on after a space. */
function foldedLine(line: string): string {
  const parts = ['']
  for (const letter of line) {
    const last = parts.at(-1) ?? ''
    if (Buffer.byteLength(last + letter) > 74) parts.push(letter)
    else parts[parts.length - 1] = last + letter
  }
  return `${parts.join('\r\n ')}\r\n`
}
