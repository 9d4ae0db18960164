import type { Subject } from '#ledger/subjects.sql.ts'
import type { Day } from '#platform/day.ts'

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
