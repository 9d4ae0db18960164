import type { Subject } from '#ledger/subjects.sql.ts'
import type { Day } from '#platform/day.ts'

/** Whose plan names them, and since when they are known by it. */
type Setting = { readonly forceId: string; readonly teamId: string; readonly from: Day }
type Named = { readonly kind: string; readonly label: string }

/**
 * The subject that each name in a plan means: one the team has already where the names agree in all that matters ("clerk
 * of Lyme Regis", "Clerk of Lyme Regis Town Council"), else a new one. In the order of the names.
 */
export function planSubjects(named: readonly Named[], known: readonly Subject[], setting: Setting): Subject[] {
  const all = [...known]
  return named.map((one) => {
    const found = all.find((subject) => isSame(subject, one))
    if (found) return found
    const made = newSubject(one, setting)
    all.push(made)
    return made
  })
}

function isSame(subject: Subject, { kind, label }: Named): boolean {
  if (subject.kind !== kind) return false
  return keyOf(subject.label, kind) === keyOf(label, kind)
}

/** The words of a name that tell it from others of its kind, in order; all of them where nothing else is left. */
function keyOf(label: string, kind: string): string {
  const words = label.toLowerCase().normalize('NFKD').replaceAll(/[’'\u0300-\u036f]/g, '').match(/[a-z0-9]+/g) ?? []
  const common = new Set([...kind.split(' '), ...commonWords])
  const own = words.filter((word) => !common.has(word) && !common.has(word.replace(/s$/, '')))
  return (own.length > 0 ? own : words).toSorted().join(' ')
}

const commonWords = ['the', 'of', 'and', 'our', 'a', 'town', 'council', 'clerk', 'police', 'constabulary', 'scheme', 'local']

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
  words.toLowerCase().normalize('NFKD').replaceAll(/[’'\u0300-\u036f]/g, '').replaceAll(/[^a-z0-9]+/g, '-').replaceAll(/^-|-$/g, '').slice(0, 80) || 'unnamed'
