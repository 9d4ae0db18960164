import type { Subject } from '#ledger/subjects.sql.ts'
import type { Measure } from '#measures/measure.ts'
import type { Day } from '#platform/day.ts'
import type { Contract } from './contract.ts'
import { overSubjects } from './reading/declare.ts'

/** Whose plan names them, and since when they are known by it. */
type Setting = { readonly forceId: string; readonly teamId: string; readonly from: Day }
type Named = { readonly kind: string; readonly label: string }

/** Whom names in a plan mean. */
export type Meant = {
  readonly subjects: readonly Subject[]
  /** One of the names says no more than its kind ("town clerks"), and so means all of them that there are. */
  readonly all: boolean
}

/**
 * The subject that each name in a plan means: one the team has already where the names agree in all that matters ("clerk
 * of Lyme Regis", "Clerk of Lyme Regis Town Council"), else a new one.
 */
export function planSubjects(named: readonly Named[], known: readonly Subject[], setting: Setting): Meant {
  const met = [...known]
  const particular = named.filter(({ label, kind }) => ownWords(label, kind).length > 0)
  const subjects = particular.map((one) => {
    const found = met.find((subject) => isSame(subject, one))
    if (found) return found
    const made = newSubject(one, setting)
    met.push(made)
    return made
  })
  return { subjects: [...new Set(subjects)], all: particular.length < named.length }
}

/** What a draft and the ledger agree on once it is published. */
type Settled = {
  readonly contract: Contract
  /** Those who are new to the ledger. */
  readonly made: readonly Subject[]
}

/**
 * A draft's measures over the subjects that they mean on the day it is published: of those it was the first to name, one
 * whom somebody made known since goes by the id it has now, and the others that are still promised are made.
 */
export function settledSubjects(contract: Contract, named: readonly Subject[], known: readonly Subject[]): Settled {
  const now = new Map(named.map((one) => [one.id, known.find((subject) => isSame(subject, one)) ?? one]))
  const asked = new Set<string>()
  const settle = (measure: Measure): Measure => {
    const only = onlyOf(measure)
    const ids = only.map((id) => now.get(id)?.id ?? id)
    ids.forEach((id) => asked.add(id))
    return only.length === 0 ? measure : (overSubjects([measure], [...new Set(ids)])[0] ?? measure)
  }
  const commitments = contract.commitments.map((one) => ({ ...one, measures: one.measures.map(settle) }))
  const made = [...new Map([...now.values()].map((one) => [one.id, one])).values()]
  return {
    contract: { ...contract, commitments },
    made: made.filter((one) => asked.has(one.id) && !known.includes(one)),
  }
}

const onlyOf = (measure: Measure): readonly string[] =>
  'expected' in measure && measure.expected && 'subject' in measure.expected ? (measure.expected.only ?? []) : []

const isSame = (subject: Subject, { kind, label }: Named): boolean =>
  subject.kind === kind && ownWords(subject.label, kind).join(' ') === ownWords(label, kind).join(' ')

/** The words of a name that tell it from others of its kind, in a fixed order. */
function ownWords(label: string, kind: string): string[] {
  const common = new Set([...kind.split(' '), ...commonWords])
  const words = plain(label).match(/[a-z0-9]+/g) ?? []
  return words.filter((word) => !common.has(word) && !common.has(word.replace(/s$/, ''))).toSorted()
}

// prettier-ignore
const commonWords = ['the', 'of', 'and', 'our', 'a', 'all', 'each', 'every', 'other', 'key', 'local', 'town', 'council', 'councillor',
  'clerk', 'police', 'constabulary', 'scheme', 'group', 'leader', 'member', 'organisation']

const newSubject = ({ kind, label }: Named, { forceId, teamId, from }: Setting): Subject => ({
  id: `${teamId}/${hyphened(kind)}/${hyphened(label)}`,
  forceId,
  teamId,
  kind,
  label: label.charAt(0).toUpperCase() + label.slice(1),
  from,
  to: null,
})

const hyphened = (words: string) =>
  plain(words)
    .replaceAll(/[^a-z0-9]+/g, '-')
    .replaceAll(/^-|-$/g, '')
    .slice(0, 80)

const plain = (words: string) =>
  words
    .toLowerCase()
    .normalize('NFKD')
    .replaceAll(/[’'\p{M}]/gu, '')
