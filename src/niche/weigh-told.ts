import type { KnownEngagement } from './niche.sql.ts'
import { Alike } from './similar.ts'
import type { ToldEngagement } from './told-engagement.ts'

/** Engagements that a file tells, parted by whether they are here already. */
export type WeighedTold = {
  readonly fresh: readonly ToldEngagement[]
  /** Likely the same as one that is here, or as an earlier row: left out unless somebody says otherwise. */
  readonly doubtful: readonly { readonly told: ToldEngagement; readonly like: string }[]
  /** Rows that were taken in before, and rows that stand twice word for word. */
  readonly here: number
}

type Ours = { readonly near: readonly KnownEngagement[]; readonly ids: ReadonlySet<string> }

/** Holds what a file tells against what is here and against its own earlier rows. */
export function weighTold(all: readonly ToldEngagement[], { near, ids }: Ours): WeighedTold {
  const alike = new Alike<Like>(near.map((one) => ({ ...one, like: likeOurs(one) })))
  const told = new Set<string>()
  const fresh: ToldEngagement[] = []
  const doubtful: { told: ToldEngagement; like: string }[] = []
  let here = 0
  for (const one of all) {
    if (ids.has(one.id) || told.has(one.id)) {
      here++
      continue
    }
    told.add(one.id)
    const found = alike.of(one)
    if (found) doubtful.push({ told: one, like: found.like })
    else fresh.push(one)
    alike.add({ ...one, like: `line ${one.line}, “${one.title}”` })
  }
  return { fresh, doubtful, here }
}

type Like = Pick<ToldEngagement, 'teamId' | 'day' | 'begins' | 'title' | 'place'> & { readonly like: string }

const likeOurs = ({ title, place, begins, state }: KnownEngagement): string =>
  `“${title}”, ${place}${begins === null ? '' : `, ${begins}`}, ${state === 'held' ? 'recorded here' : 'planned here'}`
