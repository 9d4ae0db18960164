import { createHash } from 'node:crypto'
import type { Method } from '#engagements/engagement.ts'
import { guessFields } from '#evidence-import/headings.ts'
import { foldWords } from '#platform/fold.ts'
import type { Sheet } from './calendar-sheets.ts'

/** What a column of a calendar may mean, in words, and the headings that usually mean it. */
// prettier-ignore
export const fields = {
  day: { words: 'The day', usual: /^(date|day|when|event date|start date|held on|date of .*)$/ },
  begins: { words: 'When it begins, or from when to when', usual: /^(time|times|start|starts|start time|from|begins|time from|begin)$/ },
  ends: { words: 'When it ends', usual: /^(end|ends|end time|finish|finish time|until|to|time to)$/ },
  title: { words: 'What it is', usual: /^(title|event|what|name|event name|activity|engagement|subject|description|event title)$/ },
  method: { words: 'How people are met (the kind)', usual: /^(type|kind|method|category|event type|engagement type|type of .*)$/ },
  place: { words: 'Where, in words', usual: /^(place|where|venue|location|address|site)$/ },
  neighbourhood: { words: 'The neighbourhood, by name or id', usual: /^(neighbourhood|beat|ward|area|neighbourhood id)$/ },
  communities: { words: 'Communities it is meant to reach', usual: /^(communit.*|audience|target group|group)$/ },
  reached: { words: 'How many people were reached', usual: /^(reached|footfall|attendance|attendees|attended|number attended|people|numbers?)$/ },
  spokeWith: { words: 'How many people the team spoke with', usual: /^(spoke with|spoken to|spoke to|people spoken to|conversations)$/ },
  raisedAConcern: { words: 'How many people raised a concern', usual: /^(raised a concern|concerns|concerns raised|issues)$/ },
  grid_reference: { words: 'Grid reference', usual: /^(grid ref.*|os grid.*|ngr|osgr)$/ },
  easting: { words: 'Easting', usual: /^(easting|eastings|x)$/ },
  northing: { words: 'Northing', usual: /^(northing|northings|y)$/ },
  latitude: { words: 'Latitude', usual: /^(lat|latitude)$/ },
  longitude: { words: 'Longitude', usual: /^(long|lng|lon|longitude)$/ },
} as const

export type Field = keyof typeof fields
export const fieldNames = Object.keys(fields).filter((name): name is Field => Object.hasOwn(fields, name))

/** What each column means, null where it is left out; and how people were met where a row does not say. */
export type Mapping = { readonly columns: readonly (Field | null)[]; readonly otherwise: Method | null }

/** The row of headings: the first in which at least two columns say something; a title above it says one thing. */
export type Headed = { readonly row: number; readonly headings: readonly string[] }

export function headingsOf({ rows }: Sheet): Headed {
  const found = rows.findIndex((row) => row.filter((cell) => cell !== '').length >= 2)
  const row = Math.max(0, found)
  const width = Math.max(...rows.slice(row).map(({ length }) => length), 1)
  return { row: row + 1, headings: Array.from({ length: width }, (_, n) => rows[row]?.[n] ?? '') }
}

/** What headings usually mean; of two that mean the same the first is taken. */
export function guessed({ headings }: Headed): Mapping {
  const columns = guessFields(headings, fields)
  return { columns, otherwise: null }
}

/** The same for every sheet with the same headings in the same order, however they are spaced or written large. */
export const fingerprintOf = ({ headings }: Headed): string =>
  createHash('sha256')
    .update(JSON.stringify(headings.map((heading) => foldWords(heading))))
    .digest('hex')
