import { fault, type Fault } from '#evidence-import/fault.ts'
import type { Cells } from './told-row.ts'
import { languageInWords, languageOf, ownFields, ownNames } from './card-names.ts'
import { cardLines, partsOfValue, type CardLine } from './card-lines.ts'

/** A card of a vCard file by what its lines mean, with its notes that are left out; or why it cannot be read. */
export type Card = { readonly line: number; readonly cells: Cells; readonly notes: number } | { readonly fault: Fault }

/** The cards of a vCard 3.0 or 4.0 text (RFC 2426, RFC 6350), by the line on which each begins. Of several numbers the preferred, else the first, is taken. */
export function* cardsOf(text: string): Generator<Card> {
  let open: { readonly line: number; readonly lines: CardLine[] } | null = null
  for (const one of cardLines(text)) {
    if ('fault' in one) {
      if (open === null) yield one
      continue
    }
    const said = `${one.name}:${one.value.trim().toUpperCase()}`
    if (said === 'BEGIN:VCARD') {
      if (open) yield { fault: fault(open.line, 'begins a card that never ends') }
      open = { line: one.line, lines: [] }
    } else if (open && said === 'END:VCARD') {
      yield cardOf(open.line, open.lines)
      open = null
    } else if (open) open.lines.push(one)
    else yield { fault: fault(one.line, 'stands outside a card: a card begins with BEGIN:VCARD') }
  }
  if (open) yield { fault: fault(open.line, 'begins a card that never ends') }
}

function cardOf(line: number, lines: readonly CardLine[]): Card {
  const version = lines.find(({ name }) => name === 'VERSION')?.value.trim() ?? ''
  if (version !== '3.0' && version !== '4.0') {
    const told = version === '' ? 'says no version' : `is a vCard of version ${version.slice(0, 10)}`
    return { fault: fault(line, `${told}: export it again as vCard 3.0 or 4.0`) }
  }
  const cells = cellsOfCard(lines)
  const isOrganisation = /^(org|organization)$/i.test(valueOf(lines, 'KIND'))
  const organisation = cells.organisation || (isOrganisation ? cells.name : '') || ''
  const notes = lines.filter(({ name }) => name === 'NOTE').length
  return { line, notes, cells: isOrganisation ? { ...cells, organisation, name: '' } : cells }
}

const cellsOfCard = (lines: readonly CardLine[]) => ({
  name: valueOf(lines, 'FN') || nameOf(lines),
  email: valueOf(lines, 'EMAIL').replace(/^mailto:/i, ''),
  telephone: valueOf(lines, 'TEL').replace(/^tel:/i, '').replace(/;ext=/i, ' ext ').replaceAll('.', ' '),
  address: partsOfValue(preferred(lines, 'ADR')?.value ?? '', ';').filter((part) => part !== '').join(', '),
  languages: lines.flatMap(languageIn).join(';'),
  organisation: partsOfValue(preferred(lines, 'ORG')?.value ?? '', ';')[0] ?? '',
  role: valueOf(lines, 'ROLE') || valueOf(lines, 'TITLE'),
  tags: partsOfValue(preferred(lines, 'CATEGORIES')?.value ?? '', ',').join(';'),
  website: websiteOf(valueOf(lines, 'URL')),
  ...Object.fromEntries(ownFields.map((field) => [field, valueOf(lines, ownNames[field])])),
}) // prettier-ignore

const languageIn = ({ name, value }: CardLine): string[] =>
  name === 'LANG' ? [languageOf(value)] : name === languageInWords ? partsOfValue(value, null) : []

/** N is family, given, further names, honorific before and after. */
function nameOf(lines: readonly CardLine[]): string {
  const [family = '', given = '', further = ''] = partsOfValue(preferred(lines, 'N')?.value ?? '', ';')
  return [given, further, family].filter((part) => part !== '').join(' ')
}

const valueOf = (lines: readonly CardLine[], name: string): string =>
  partsOfValue(preferred(lines, name)?.value ?? '', null)[0] ?? ''

/** PREF=1 comes before PREF=2 (4.0); TYPE=PREF before none (3.0). */
function preferred(lines: readonly CardLine[], name: string): CardLine | undefined {
  const rank = ({ params }: CardLine) => {
    const pref = /;PREF=(\d+)/.exec(params)?.[1]
    return pref === undefined ? (/[;,=]PREF\b/.test(params) ? 1 : 101) : Number(pref)
  }
  return lines.filter((line) => line.name === name).toSorted((a, b) => rank(a) - rank(b))[0]
}

const websiteOf = (url: string): string => (/^https?:/i.test(url) ? url : '')
